// Returns the message of an error, whatever was thrown.

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
