const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether PostgreSQL would read this as a uuid; what a cursor holds must be looked at before it is sent there. */
export function isUuid(text: string | null | undefined): text is string {
  return text != null && UUID.test(text);
}
