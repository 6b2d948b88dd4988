export { type Control, type MeilisearchServer, startMeilisearchServer } from "./server";
