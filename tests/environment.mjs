// The environment of jest for Node, without the proxy that it puts under the globals: that one is asked for each
// `Array`, `Set` or `Math` that a test or the code under it names, and half of the time of long properties went there.
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext, constants } = vm;

export default class PlainGlobals extends TestEnvironment {
  constructor(config, context) {
    // The base class makes its context itself, and has no option for its kind.
    vm.createContext = () => createContext(constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
}
