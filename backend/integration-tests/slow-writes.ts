/**
 * Makes every update of a table take half a second, after the row was read and before it is
 * written: whoever decides without a lock then decides on what is no longer true. A race that a
 * quick machine hides shows itself every time.
 */
export async function slowWrites(
  manager: { execute(statement: string): Promise<unknown> },
  table: string,
): Promise<void> {
  await manager.execute(`CREATE OR REPLACE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$`);
  await manager.execute(`CREATE TRIGGER linger BEFORE UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION linger()`);
}
