import type { Phrases } from "./vi";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const home = {
  title: "Chợ Làng: OCOP goods from their makers",
  description:
    "Buy OCOP goods whose certificate is in force today, straight from cooperatives and makers in Vietnam's 34 provinces.",
  monthMarket: (month) => ({ first: "The market", second: `of ${MONTHS[month - 1] ?? month}` }),
  lead: ({ goods, provinces }) =>
    `${goods} goods from ${provinces} provinces and cities. Each one names its maker and village and has a certificate that you can check.`,
  seeGoods: "See the goods",
  planVisit: "Choose a village visit",
  panorama: "Woodcut: rice terraces, limestone peaks, market boats and lotus on a river",
  seasons: "To each season its goods",
  seasonsNow: (names) =>
    names.length > 0
      ? `In season now: ${listed(names)}. Three grains are a month; gold is in season today.`
      : "Three grains are a month; gold is in season today.",
  seasonsCaption: "Season of each item by month",
  good: "Item",
  monthShort: (month) => `${month}`,
  monthLong: (month) => MONTHS[month - 1] ?? `${month}`,
  inSeason: "in season now",
  season: "in season",
  fresh: "Fresh at the market",
  allGoods: (count) => `All ${count} goods`,
  visits: "A weekend in a village",
  visitsLead: "Sit at the wheel, pick tea, row a sampan. Small groups, led by villagers.",
  allVisits: (count) => `All ${count} visits`,
  starsMean: "What the stars say",
  stars: [
    {
      stars: 5,
      title: "5 stars: national",
      text: "90 points or more, recognised by the Ministry of Agriculture and Environment. Ready for export.",
    },
    {
      stars: 4,
      title: "4 stars: provincial",
      text: "70 to under 90 points, recognised by the province's People's Committee.",
    },
    { stars: 3, title: "3 stars: up to standard", text: "50 to under 70 points, on the way to 4." },
  ],
  notches:
    "The seal's rim has 36 notches, one for each month in force. Worn notches are months gone by; with none left the seal loses its colour.",
  verify: "Check a certificate",
  verifyLabel: "Type the decision number printed on the label",
  verifyHint: "For example MẪU-0412/QĐ-UBND",
  verifyDo: "Check",
  map: (count) => `${count} provinces`,
  mapAll: "Choose by province",
  mapAlt: "A map of Vietnam in tiles, one for each province and city, with Hoang Sa and Truong Sa",
  mapText: (most) =>
    `The darker the tile, the more goods. Most of all: ${most.map(({ name, count }) => `${name} ${count}`).join(", ")}.`,
} satisfies Phrases["home"];

function listed(names: string[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}
