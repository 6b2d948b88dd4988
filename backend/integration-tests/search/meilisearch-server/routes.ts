import { addDocuments, deleteByFilter, deleteByIds } from "./documents";
import { fieldsOf, reads, ServerError } from "./errors";
import { facetSearch } from "./facet-search";
import { parseFilter } from "./filter";
import { type Row, readQuery, SEARCH_FIELDS, type ServerIndex, search } from "./search";
import { patched } from "./settings";
import { indexOf, indexOrNew, type Store } from "./store";

export type Asked = { method: string; path: string; params: URLSearchParams; body: unknown };
export type Answer = { status: number; body?: unknown };
type Route = (store: Store, asked: Asked, name: string) => Answer;

/** Methods and paths that are played; the part in parentheses is the name. */
const ROUTES: readonly (readonly [method: string, path: RegExp, route: Route])[] = [
  ["GET", /^\/health$/, () => ok({ status: "available" })],
  [
    "GET",
    /^\/version$/,
    () => ok({ commitSha: "strict", commitDate: "strict", pkgVersion: "1.50.0" }),
  ],
  ["GET", /^\/stats$/, stats],
  ["POST", /^\/indexes$/, createIndex],
  ["GET", /^\/indexes\/([^/]+)$/, (store, _, uid) => ok(infoOf(indexOf(store, uid)))],
  ["DELETE", /^\/indexes\/([^/]+)$/, deleteIndex],
  ["GET", /^\/indexes\/([^/]+)\/stats$/, (store, _, uid) => ok(statsOf(indexOf(store, uid)))],
  ["GET", /^\/indexes\/([^/]+)\/settings$/, (store, _, uid) => ok(indexOf(store, uid).settings)],
  ["PATCH", /^\/indexes\/([^/]+)\/settings$/, patchSettings],
  ["POST", /^\/indexes\/([^/]+)\/documents$/, postDocuments],
  ["DELETE", /^\/indexes\/([^/]+)\/documents$/, clearDocuments],
  ["POST", /^\/indexes\/([^/]+)\/documents\/delete-batch$/, deleteBatch],
  ["POST", /^\/indexes\/([^/]+)\/documents\/delete$/, deleteFiltered],
  ["POST", /^\/indexes\/([^/]+)\/facet-search$/, postFacetSearch],
  ["POST", /^\/multi-search$/, multiSearch],
  ["GET", /^\/tasks\/([^/]+)$/, (store, _, uid) => ok(store.tasks.get(uid))],
];

/** The answer to a request; an unknown path is 404 and an unknown method 405, both without words. */
export function answerOf(store: Store, asked: Asked): Answer {
  const there = ROUTES.filter(([, path]) => path.test(asked.path));
  const [, path, route] = there.find(([method]) => method === asked.method) ?? [];
  if (!path || !route) return { status: there.length === 0 ? 404 : 405 };
  const name = path.exec(asked.path)?.[1] ?? "";
  if (asked.path.startsWith("/indexes/")) checkUid(name, "");
  return route(store, asked, name);
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function accepted(body: unknown): Answer {
  return { status: 202, body };
}

function checkUid(uid: string, path: string): void {
  if (/^[a-zA-Z0-9_-]{1,512}$/.test(uid)) return;
  const at = path === "" ? "" : `Invalid value at \`${path}\`: `;
  throw new ServerError(
    "invalid_index_uid",
    `${at}\`${uid}\` is not a valid index uid. Index uid can be an integer or a string containing only alphanumeric characters, hyphens (-) and underscores (_), and can not be more than 512 bytes.`,
  );
}

function checkParams(params: URLSearchParams, known: readonly string[]): void {
  for (const name of params.keys()) {
    if (known.includes(name)) continue;
    const list = known.map((each) => `\`${each}\``).join(", ");
    throw new ServerError("bad_request", `Unknown parameter \`${name}\`: expected one of ${list}`);
  }
}

function infoOf({ uid, createdAt, updatedAt, primaryKey }: ServerIndex) {
  return { uid, createdAt, updatedAt, primaryKey };
}

function statsOf({ documents }: ServerIndex) {
  return {
    numberOfDocuments: documents.size,
    rawDocumentDbSize: 4096,
    avgDocumentSize: 1357,
    isIndexing: false,
    numberOfEmbeddings: 0,
    numberOfEmbeddedDocuments: 0,
    fieldDistribution: {},
  };
}

function stats({ indexes }: Store): Answer {
  const all = [...indexes].map(([uid, index]) => [uid, statsOf(index)]);
  return ok({
    databaseSize: 778_240,
    usedDatabaseSize: 585_728,
    lastUpdate: null,
    indexes: Object.fromEntries(all),
  });
}

function createIndex(store: Store, { body }: Asked): Answer {
  const given = fieldsOf(body, ["uid", "primaryKey"]);
  const uid = reads.text(given.uid, ".uid", "invalid_index_uid");
  checkUid(uid, ".uid");
  const primaryKey =
    given.primaryKey === undefined || given.primaryKey === null
      ? null
      : reads.text(given.primaryKey, ".primaryKey", "invalid_index_primary_key");
  return accepted(
    store.tasks.add("indexCreation", uid, { primaryKey }, () => {
      if (store.indexes.has(uid)) {
        throw new ServerError("index_already_exists", `Index \`${uid}\` already exists.`);
      }
      indexOrNew(store, uid, primaryKey);
    }),
  );
}

function deleteIndex(store: Store, _: Asked, uid: string): Answer {
  return accepted(
    store.tasks.add("indexDeletion", uid, { deletedDocuments: 0 }, () => {
      indexOf(store, uid);
      store.indexes.delete(uid);
    }),
  );
}

function patchSettings(store: Store, { body }: Asked, uid: string): Answer {
  // What is wrong is refused at once, though the settings are applied later.
  patched(indexOrNew({ ...store, indexes: new Map() }, uid).settings, body);
  return accepted(
    store.tasks.add("settingsUpdate", uid, body as Row, () => {
      const index = indexOrNew(store, uid);
      index.settings = patched(index.settings, body);
    }),
  );
}

function postDocuments(store: Store, { body, params }: Asked, uid: string): Answer {
  checkParams(params, ["primaryKey", "csvDelimiter", "customMetadata", "skipCreation"]);
  if (typeof body !== "object" || body === null) {
    throw new ServerError("malformed_payload", "The `json` payload provided is malformed.");
  }
  const received = Array.isArray(body) ? body.length : 1;
  const details = { receivedDocuments: received, indexedDocuments: 0 };
  return accepted(
    store.tasks.add("documentAdditionOrUpdate", uid, details, () => {
      addDocuments(indexOrNew(store, uid, params.get("primaryKey")), body);
      details.indexedDocuments = received;
    }),
  );
}

function clearDocuments(store: Store, _: Asked, uid: string): Answer {
  return accepted(
    store.tasks.add("documentDeletion", uid, { deletedDocuments: 0 }, () =>
      indexOf(store, uid).documents.clear(),
    ),
  );
}

function deleteBatch(store: Store, { body }: Asked, uid: string): Answer {
  if (!Array.isArray(body)) {
    throw new ServerError("malformed_payload", "The json payload provided is malformed.");
  }
  return accepted(
    store.tasks.add("documentDeletion", uid, { providedIds: body.length }, () =>
      deleteByIds(indexOf(store, uid), body),
    ),
  );
}

function deleteFiltered(store: Store, { body }: Asked, uid: string): Answer {
  const { filter } = fieldsOf(body, ["filter"]);
  const text = reads.text(filter, ".filter", "invalid_document_filter");
  if (!parseFilter(text, "invalid_document_filter")) {
    throw new ServerError("invalid_document_filter", "Sending an empty filter is forbidden.");
  }
  return accepted(
    store.tasks.add("documentDeletion", uid, { originalFilter: JSON.stringify(text) }, () =>
      deleteByFilter(indexOf(store, uid), text),
    ),
  );
}

function postFacetSearch(store: Store, { body }: Asked, uid: string): Answer {
  // Meilisearch lets unknown fields pass here; this server doesn't, as nobody means to send them.
  const known = ["facetName", "facetQuery", "exhaustiveFacetCount", ...SEARCH_FIELDS];
  return ok(facetSearch(indexOf(store, uid), fieldsOf(body, known)));
}

function multiSearch(store: Store, { body }: Asked): Answer {
  const { queries } = fieldsOf(body, ["queries", "federation"]);
  if (!Array.isArray(queries)) {
    throw new ServerError("bad_request", "Missing field `queries`");
  }
  const asked = queries.map(readQuery);
  const results = asked.map(({ uid, body: query, path }) => {
    try {
      return { indexUid: uid, ...search(indexOf(store, uid), query, path) };
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      throw new ServerError(error.code, `Inside \`${path}\`: ${error.message}`);
    }
  });
  return ok({ results });
}
