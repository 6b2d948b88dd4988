/**
 * The row with these columns as Dates. Drizzle makes the shared pool answer instants as text, and
 * only after its first use, so both forms occur.
 */
export function withInstants<Row extends object>(row: Row, names: readonly (keyof Row)[]): Row {
  const dates = names.map((name) => {
    const value = row[name];
    return [name, typeof value === "string" ? new Date(value) : value];
  });
  return { ...row, ...Object.fromEntries(dates) };
}
