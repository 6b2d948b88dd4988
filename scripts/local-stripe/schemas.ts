import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { root } from "../lib/settings";
import { ApiError } from "./api-error";
import type { Form } from "./form";

/** Parameters that are checked, by the file of the SDK that describes them. */
const PARAMS = {
  PaymentIntents: [
    "PaymentIntentCreateParams",
    "PaymentIntentUpdateParams",
    "PaymentIntentConfirmParams",
    "PaymentIntentCaptureParams",
    "PaymentIntentCancelParams",
    "PaymentIntentRetrieveParams",
    "PaymentIntentListParams",
  ],
  Refunds: ["RefundCreateParams", "RefundRetrieveParams", "RefundListParams"],
  Charges: ["ChargeRetrieveParams"],
  Disputes: ["DisputeRetrieveParams", "DisputeListParams"],
  Events: ["EventRetrieveParams", "EventListParams"],
} as const;

export type ParamsName = (typeof PARAMS)[keyof typeof PARAMS][number];

/** The SDK's own folder: its main file lies in `cjs`. */
const sdk = path.resolve(
  createRequire(path.join(root, "backend", "package.json")).resolve("stripe"),
  "../..",
);

type Schemas = Record<string, object>;

/** Checks a request's parameters and turns "5000" and "true" into what they stand for. */
export type Check = (name: ParamsName, params: Form) => Record<string, unknown>;

/** Schemas from the installed SDK's own types, kept in the data folder by the SDK's version. */
export async function openSchemas(dataDir: string): Promise<Check> {
  const { version } = JSON.parse(readFileSync(path.join(sdk, "package.json"), "utf8")) as {
    version: string;
  };
  const file = path.join(dataDir, "local-stripe", `schemas-${version}-1.json`);
  if (!existsSync(file)) {
    const made = JSON.stringify(await generate());
    mkdirSync(path.dirname(file), { recursive: true });
    // Several tests may come here at once.
    writeFileSync(`${file}.${process.pid}`, made);
    renameSync(`${file}.${process.pid}`, file);
  }
  const schemas = JSON.parse(readFileSync(file, "utf8")) as Schemas;
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    coerceTypes: true,
    allErrors: true,
  });
  const compiled = new Map<ParamsName, ValidateFunction>();
  return (name, params) => {
    const validate = compiled.get(name) ?? ajv.compile(schemas[name] ?? {});
    compiled.set(name, validate);
    const data = structuredClone(params) as Record<string, unknown>;
    if (!validate(data)) throw refusal(validate.errors ?? []);
    return data;
  };
}

/**
 * Makes the schemas. What would let everything pass is taken out: `OtherString`, which opens each
 * list of words to any text, and null, which no form can hold. BULKY is refused as unknown.
 */
async function generate(): Promise<Schemas> {
  const { createGenerator } = await import("ts-json-schema-generator");
  const files = Object.keys(PARAMS).join(",");
  const generator = createGenerator({
    path: path.join(sdk, "cjs", "resources", `{${files}}.d.ts`),
    tsconfig: path.join(root, "tsconfig.json"),
    skipTypeCheck: true,
    expose: "all",
    topRef: false,
    jsDoc: "none",
    additionalProperties: false,
  });
  const names = Object.values(PARAMS).flat();
  return Object.fromEntries(names.map((name) => [name, closed(generator.createSchema(name))]));
}

type Parts = Record<string, unknown> | undefined;
type Schema = { properties?: Parts; definitions?: Parts };

/** Parameters of a hundred kinds of payment that nothing here simulates; they take seconds to read. */
const BULKY = [
  "payment_method_data",
  "payment_method_options",
  "payment_details",
  "amount_details",
];

function closed(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !BULKY.includes(name),
  );
  const text = JSON.stringify(
    { ...schema, properties: Object.fromEntries(properties) },
    (_key, value: unknown) => {
      if (typeof value !== "object" || value === null || !("anyOf" in value)) return value;
      const kinds = (value.anyOf as { $ref?: string; type?: string }[]).filter(
        ({ $ref, type }) => $ref !== "#/definitions/OtherString" && type !== "null",
      );
      return { ...value, anyOf: kinds };
    },
  );
  return withoutUnused(JSON.parse(text) as Schema);
}

/** Leaves out the definitions that nothing names any more. */
function withoutUnused({ definitions = {}, ...schema }: Schema): Schema {
  const used = new Map<string, unknown>();
  const follow = (part: unknown) => {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      const decoded = decodeURIComponent(name);
      const definition = definitions[decoded];
      if (!definition || used.has(decoded)) continue;
      used.set(decoded, definition);
      follow(definition);
    }
  };
  follow(schema);
  return { ...schema, definitions: Object.fromEntries(used) };
}

/** The worst of the errors in Stripe's words: unknown before missing before malformed. */
function refusal(errors: ErrorObject[]): ApiError {
  const of = (keyword: string) => errors.find((error) => error.keyword === keyword);
  const unknown = of("additionalProperties");
  if (unknown) {
    const param = nameOf(unknown, String(unknown.params.additionalProperty));
    return told("parameter_unknown", param, `Received unknown parameter: ${param}`);
  }
  const absent = of("required");
  if (absent) {
    const param = nameOf(absent, String(absent.params.missingProperty));
    return told("parameter_missing", param, `Missing required param: ${param}.`);
  }
  const [first] = errors;
  const param = first ? nameOf(first) : "";
  return told("parameter_invalid", param, `Invalid ${param}: ${first?.message ?? "malformed"}`);
}

function told(code: string, param: string, message: string): ApiError {
  return new ApiError(400, { type: "invalid_request_error", code, param, message }, false);
}

/** "/metadata/a" and "b" → "metadata[a][b]". */
function nameOf({ instancePath }: ErrorObject, last?: string): string {
  const parts = instancePath.split("/").slice(1);
  const [first = "", ...rest] = last === undefined ? parts : [...parts, last];
  return first + rest.map((part) => `[${part}]`).join("");
}
