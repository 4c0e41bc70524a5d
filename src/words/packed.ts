// Written by `npm run words` from the JSON files beside it.
export const packed = {

} as const;
