import { migrations } from "../../src/modules/search-postgres/migrations";
import { ownDatabase } from "../database";

/** Gives one test file a database of its own with the search schema, and drops it at the end. */
export function searchDatabase(name: string): void {
  ownDatabase(name, "search", migrations);
}
