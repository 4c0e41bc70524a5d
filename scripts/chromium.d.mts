export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}
export function chromiumPlaces(machine: Machine): readonly string[];
export function findChromium(machine?: Machine, isThere?: (path: string) => boolean): string | null;
export function noChromium(machine?: Pick<Machine, 'platform' | 'env'>): string;
export function provideChromium(
  find?: () => string | null,
  mayInstall?: boolean,
  install?: () => unknown,
): string | null;
