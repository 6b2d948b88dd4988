import { fieldsOf, ServerError } from "./errors";
import { passes, type Row, readFilter, type ServerIndex } from "./search";

/** Adds or replaces documents, all or none. */
export function addDocuments(index: ServerIndex, given: unknown): void {
  const rows = (Array.isArray(given) ? given : [given]) as Row[];
  index.primaryKey ??= "id";
  const key = index.primaryKey;
  const next = rows.map((row) => {
    const id = row[key];
    if (id === undefined) {
      const message = `Document doesn't have a \`${key}\` attribute: \`${JSON.stringify(row)}\`.`;
      throw new ServerError("missing_document_id", message);
    }
    if (!/^[a-zA-Z0-9_-]{1,511}$/.test(String(id))) {
      throw new ServerError(
        "invalid_document_id",
        `Document identifier \`${JSON.stringify(id)}\` is invalid. A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than 511 bytes.`,
      );
    }
    checkPlace(row, String(id));
    return { id: String(id), row: structuredClone(row) };
  });
  for (const { id, row } of next) {
    // What is replaced keeps no value of before, nor its place in the list.
    index.documents.delete(id);
    index.documents.set(id, row);
  }
  index.updatedAt = new Date().toISOString();
}

function checkPlace({ _geo: place }: Row, id: string): void {
  if (place === undefined || place === null) return;
  const refuse = (what: string, value: unknown): never => {
    throw new ServerError(
      "invalid_document_geo_field",
      `Could not parse ${what} in the document with the id: \`"${id}"\`. Was expecting a finite number but instead got \`${JSON.stringify(value)}\`.`,
    );
  };
  const { lat, lng } = fieldsOf(place, ["lat", "lng"], { code: "invalid_document_geo_field" });
  if (typeof lat !== "number" || Math.abs(lat) > 90) refuse("latitude", lat);
  if (typeof lng !== "number" || Math.abs(lng) > 180) refuse("longitude", lng);
}

export function deleteByIds(index: ServerIndex, ids: readonly unknown[]): void {
  for (const id of ids) index.documents.delete(String(id));
}

export function deleteByFilter(index: ServerIndex, given: unknown): void {
  const filter = readFilter(index, given, "invalid_document_filter");
  for (const [id, row] of index.documents) {
    if (filter && passes(row, filter)) index.documents.delete(id);
  }
}
