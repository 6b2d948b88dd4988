import type { MultiSearchQuery } from "meilisearch";
import type { Near } from "../../lib/search-reading";
import { attributesFor } from "./documents";
import { allOf, not } from "./expressions";
import type { Facet } from "./facets";
import { type FieldFilter, stillValid } from "./filters";
import type { Layout, OrderTerm } from "./layout";
import { hasAllWords, stepsOf, type TextQuery } from "./text";

/** What a search asks of an index, apart from its text. */
export type Question = {
  layout: Layout;
  index: string;
  /** The Vietnamese day as a number. */
  today: number;
  filters: FieldFilter[];
  facets: Facet[];
  isDisjunctive: boolean;
  near: Near | null;
  sortsByDistance: boolean;
  /** Null is by relevance. */
  order: OrderTerm[] | null;
  attributes: string[];
  skip: number;
  take: number;
};

/** A part of the result; those of a question don't overlap, and follow each other. */
export type Segment = { filter: string; sort: string[] };

const NONE = { hitsPerPage: 0, page: 1 } as const;

/** The filter of a question without that of one field. */
export function filterOf(question: Question, text: TextQuery | null, except?: string): string {
  const { filters, near } = question;
  return allOf([
    text ? hasAllWords(text) : "",
    ...filters.filter(({ name }) => name !== except).map(({ expression }) => expression),
    near?.radius_km === undefined ? "" : circle(near, near.radius_km),
  ]);
}

function circle({ lat, lng }: Near, radius_km: number): string {
  return `_geoRadius(${lat}, ${lng}, ${Math.round(radius_km * 1000)})`;
}

/** The result in its order, in as few parts as sorting by attributes allows. */
export function segmentsOf(question: Question, text: TextQuery | null): Segment[] {
  const { layout, near, order, sortsByDistance, today } = question;
  const given = order ?? layout.order;
  const nearest = near && sortsByDistance ? [`_geoPoint(${near.lat}, ${near.lng}):asc`] : [];
  const sort = [...nearest, ...sortTerms(layout, given)];
  const filter = filterOf(question, text);
  if (nearest.length === 0 && text && order === null) {
    const others = filterOf(question, null);
    return stepsOf(text).map((step) => ({ filter: allOf([step, others]), sort }));
  }
  const [first, ...rest] = given;
  const attribute = first && layout.attributes.get(first.name);
  if (nearest.length > 0 || !attribute || attribute.validUntil === null) return [{ filter, sort }];
  const holds = allOf([`${attribute.name} EXISTS`, stillValid(attribute, today)]);
  return [
    { filter: allOf([filter, holds]), sort },
    { filter: allOf([filter, not(holds)]), sort: sortTerms(layout, rest, first?.direction) },
  ];
}

/** With the primary key as the last word, so that pages never overlap. */
function sortTerms(
  { primaryKey }: Layout,
  order: readonly OrderTerm[],
  direction: OrderTerm["direction"] = "ASC",
): string[] {
  const last = { name: primaryKey, direction: order.at(-1)?.direction ?? direction };
  return [...order, last].map((term) => `${term.name}:${term.direction.toLowerCase()}`);
}

/** The query for a part of a segment. */
export function pageQuery(
  { index, layout, attributes }: Question,
  { filter, sort }: Segment,
  { offset, limit }: { offset: number; limit: number },
): MultiSearchQuery {
  const attributesToRetrieve = attributesFor(layout, attributes);
  return { indexUid: index, ...filled(filter), sort, offset, limit, attributesToRetrieve };
}

/** The query that counts what passes a filter, and by facets. */
export function countQuery(index: string, filter: string, facets: string[] = []): MultiSearchQuery {
  return { indexUid: index, ...filled(filter), ...NONE, ...(facets.length > 0 ? { facets } : {}) };
}

function filled(filter: string): { filter?: string } {
  return filter === "" ? {} : { filter };
}

/** A count of facets that are narrowed alike. */
export type FacetCount = { facets: Facet[]; query: MultiSearchQuery };

/**
 * The queries that count: the first counts the result and the facets that have no filter of their
 * own, the others each a facet without its own filter, or one whose values may be over.
 */
export function countQueries(question: Question, text: TextQuery | null): FacetCount[] {
  const { index, facets, filters, isDisjunctive, layout, today } = question;
  const hasOwn = ({ attribute }: Facet) =>
    isDisjunctive && filters.some(({ name }) => name === attribute.name);
  const isPlain = (facet: Facet) => !hasOwn(facet) && facet.attribute.validUntil === null;
  const plain = facets.filter(isPlain);
  const filter = filterOf(question, text);
  const counted = (list: Facet[]) => list.map((facet) => facet.counted);
  return [
    { facets: plain, query: countQuery(index, filter, counted(plain)) },
    ...facets
      .filter((facet) => !isPlain(facet))
      .map((facet) => {
        const { attribute } = facet;
        const others = hasOwn(facet) ? filterOf(question, text, attribute.name) : filter;
        const valid = stillValid(layout.attributes.get(attribute.name) ?? attribute, today);
        return {
          facets: [facet],
          query: countQuery(index, allOf([others, valid]), counted([facet])),
        };
      }),
  ];
}
