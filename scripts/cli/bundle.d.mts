export function provideBundle(entry: string, bundle: string): Promise<void>;
