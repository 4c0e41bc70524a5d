/** A file that the build bundles as the text it is (esbuild.config.mjs). */
declare module '*.json?raw' {
  const text: string;
  export default text;
}
