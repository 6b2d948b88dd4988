import { formatNumber } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

export const place = {
  producerTitle: ({ name, place: where }) => `${name}, ${where}`,
  goodsOfProducer: "Made here",
  tours: "Visits",
  certificates: "Certificates",
  legalForm: "Legal form",
  registration: "Registration",
  address: "Address",
  phone: "Phone",
  village: "Village",
  province: "Province or city",
  closed: "The shop is taking a break",
  closedText: "It takes no orders right now. You can still see its goods and certificates.",
  none: "Nothing is for sale yet.",
  all: (count) => `See all ${formatNumber(count, "en")} items`,
  allTours: (count) => `See all ${formatNumber(count, "en")} visits`,
  craft: "Craft",
  where: "Where",
  formerly: "Formerly",
  makers: "Makers in the village",
  visit: "Visit the village",
  map: "Coordinates",
  goodsOfVillage: "Made in the village",
} satisfies Phrases["place"];
