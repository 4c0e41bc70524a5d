/** A file the build bundles as plain text (esbuild.config.mjs). */
declare module '*.json?raw' {
  const text: string;
  export default text;
}
