import type { GoodsFact } from "./facts";

export type Pair = readonly [vi: string, en: string];

/** What is said about everything made by one craft. */
export interface Craft {
  /** Stands in a producer's name: "HTX Trà …". */
  noun: Pair;
  /** How it is made; one of them is told. */
  making: readonly Pair[];
  /** How to keep or use it. */
  use: Pair;
}

export const CRAFTS = {
  tea: {
    noun: ["Trà", "tea"],
    making: [
      [
        "Búp được hái vào sáng sớm, làm héo rồi sao ngay trong ngày để giữ hương.",
        "The buds are picked early, wilted and fired the same day to keep their scent.",
      ],
      [
        "Mỗi mẻ chỉ sao vài ký, người làm thử nước trà trước khi đóng gói.",
        "Only a few kilos are fired at a time, and every batch is tasted before packing.",
      ],
    ],
    use: [
      "Pha với nước khoảng 80–85 °C, để nơi khô và kín.",
      "Brew at 80–85 °C; keep dry and well closed.",
    ],
  },
  "herbal-tea": {
    noun: ["Trà thảo mộc", "herbal tea"],
    making: [
      [
        "Nguyên liệu được rửa, thái và sấy ở nhiệt độ thấp cho khô đều.",
        "The plants are washed, cut and dried evenly at a low temperature.",
      ],
    ],
    use: [
      "Hãm với nước sôi 5–7 phút, uống nóng hoặc lạnh.",
      "Steep in boiling water for 5–7 minutes; drink hot or cold.",
    ],
  },
  coffee: {
    noun: ["Cà phê", "coffee"],
    making: [
      [
        "Quả được hái chín, phơi trên giàn và rang theo từng mẻ nhỏ.",
        "Cherries are picked ripe, dried on raised beds and roasted in small batches.",
      ],
      [
        "Hạt được lựa tay trước khi rang, không tẩm bơ hay hương liệu.",
        "Beans are sorted by hand before roasting; no butter or flavouring is added.",
      ],
    ],
    use: [
      "Pha phin hoặc ủ lạnh, ngon nhất trong ba tháng sau ngày rang.",
      "For phin or cold brew; best within three months of roasting.",
    ],
  },
  cocoa: {
    noun: ["Ca cao", "cocoa"],
    making: [
      [
        "Hạt ca cao được lên men trong thùng gỗ, phơi khô rồi rang nhẹ.",
        "The beans ferment in wooden boxes, dry in the sun and are lightly roasted.",
      ],
    ],
    use: ["Để nơi mát, tránh nắng.", "Keep cool and out of the sun."],
  },
  rice: {
    noun: ["Nông sản", "farm produce"],
    making: [
      [
        "Thóc được phơi sấy vừa độ rồi mới xay xát, nên hạt ít gãy.",
        "The grain is dried with care before milling, so few kernels break.",
      ],
      [
        "Mỗi vụ chỉ bán lúa của chính cánh đồng này, không trộn gạo cũ.",
        "Each season’s sale is of these fields only, with no old stock mixed in.",
      ],
    ],
    use: ["Để nơi khô ráo, đậy kín sau khi mở.", "Keep dry and close well after opening."],
  },
  noodles: {
    noun: ["Bún miến", "noodles"],
    making: [
      [
        "Bột được lọc nhiều nước, tráng chín, thái sợi và phơi trên phên tre.",
        "The starch is washed several times, steamed in sheets, cut and dried on bamboo racks.",
      ],
    ],
    use: [
      "Ngâm mềm rồi nấu canh, xào hoặc trộn.",
      "Soak until soft, then use in soup, stir-fries or salads.",
    ],
  },
  "rice-paper": {
    noun: ["Bánh tráng", "rice paper"],
    making: [
      [
        "Bột gạo xay nước được tráng trên vải căng, rồi phơi trên vỉ tre.",
        "Wet-milled rice batter is spread on stretched cloth, steamed and dried on bamboo frames.",
      ],
    ],
    use: [
      "Cuốn rau, thịt hoặc nướng giòn.",
      "For rolls with herbs and meat, or toasted until crisp.",
    ],
  },
  fruit: {
    noun: ["Trái cây", "fruit"],
    making: [
      [
        "Trái được hái khi vừa chín tới và đóng thùng ngay tại vườn.",
        "The fruit is picked just ripe and boxed in the orchard.",
      ],
      [
        "Nhà vườn ghi ngày hái trên từng thùng hàng.",
        "The grower writes the day of picking on every box.",
      ],
    ],
    use: [
      "Để nơi thoáng mát và ăn trong vài ngày.",
      "Keep in a cool, airy place and eat within a few days.",
    ],
  },
  preserve: {
    noun: ["Nông sản", "farm produce"],
    making: [
      [
        "Nguyên liệu được chọn lại bằng tay trước khi chế biến.",
        "Everything is sorted by hand before it is prepared.",
      ],
    ],
    use: [
      "Đậy kín sau khi mở, dùng trong một tháng.",
      "Close well after opening and use within a month.",
    ],
  },
  "fish-sauce": {
    noun: ["Nước mắm", "fish sauce"],
    making: [
      [
        "Cá tươi trộn muối biển theo tỉ lệ ba một, ủ ít nhất mười hai tháng.",
        "Fresh fish and sea salt, three to one, rest for at least twelve months.",
      ],
      [
        "Nước cốt được kéo rút chậm, không pha hương hay chất tạo màu.",
        "The first pressing is drawn off slowly; no flavour or colour is added.",
      ],
    ],
    use: [
      "Dùng chấm hoặc nêm; để nơi mát, tránh nắng.",
      "For dipping or seasoning; keep cool and out of the sun.",
    ],
  },
  seasoning: {
    noun: ["Gia vị", "seasonings"],
    making: [
      [
        "Làm từng mẻ nhỏ theo cách quen thuộc của gia đình.",
        "Made in small batches in the family’s usual way.",
      ],
    ],
    use: ["Đậy kín sau khi mở và để nơi khô mát.", "Close well after opening; keep cool and dry."],
  },
  seafood: {
    noun: ["Thực phẩm", "foods"],
    making: [
      [
        "Nguyên liệu tươi về trong ngày được sơ chế và làm ngay.",
        "Ingredients arrive fresh and are cleaned and prepared the same day.",
      ],
    ],
    use: ["Giữ lạnh sau khi mở và dùng sớm.", "Refrigerate after opening and use soon."],
  },
  sweets: {
    noun: ["Bánh kẹo", "sweets"],
    making: [
      [
        "Người thợ canh lửa bằng mắt và đóng gói ngay trong ngày.",
        "The maker watches the fire by eye and packs the same day.",
      ],
    ],
    use: ["Ngon khi ăn cùng trà; để nơi khô ráo.", "Good with tea; keep in a dry place."],
  },
  honey: {
    noun: ["Ong mật", "honey"],
    making: [
      [
        "Mật được lấy khi ong đã vít nắp, lọc thô và đóng chai không đun nóng.",
        "The honey is taken once the combs are capped, strained and bottled without heating.",
      ],
    ],
    use: ["Mật có thể kết tinh khi trời lạnh.", "Honey may set in cold weather."],
  },
  "bird-nest": {
    noun: ["Yến sào", "bird’s nest"],
    making: [
      [
        "Tổ được nhặt lông bằng tay và sấy nhẹ, không tẩm đường.",
        "Feathers are picked out by hand; the nests are gently dried, with no sugar added.",
      ],
    ],
    use: ["Để nơi khô mát, tránh nắng.", "Keep cool, dry and out of the sun."],
  },
  dairy: {
    noun: ["Chăn nuôi", "dairy"],
    making: [
      [
        "Sữa được vắt hai lần mỗi ngày và thanh trùng trong vài giờ.",
        "The animals are milked twice a day and the milk is pasteurised within hours.",
      ],
    ],
    use: ["Giữ ở 2–6 °C và dùng trong bảy ngày.", "Keep at 2–6 °C and use within seven days."],
  },
  spirit: {
    noun: ["Rượu", "spirits"],
    making: [
      [
        "Rượu được nấu bằng nồi đồng, bỏ nước đầu và nước cuối.",
        "It is distilled in a copper still; heads and tails are thrown away.",
      ],
    ],
    use: [
      "Uống có chừng mực; người dưới 18 tuổi không được mua.",
      "Drink with care; not sold to anyone under 18.",
    ],
  },
  remedy: {
    noun: ["Dược liệu", "herbs"],
    making: [
      [
        "Cây thuốc được thu hái đúng tuổi, rửa sạch và chế biến trong ngày.",
        "The plants are harvested at the right age, washed and prepared the same day.",
      ],
    ],
    use: ["Đọc hướng dẫn trên nhãn trước khi dùng.", "Read the label before use."],
  },
  oil: {
    noun: ["Tinh dầu", "essential oils"],
    making: [
      [
        "Nguyên liệu được chưng cất bằng hơi nước nhiều giờ, không pha dung môi.",
        "The leaves and bark are steam-distilled for hours without solvents.",
      ],
    ],
    use: ["Chỉ dùng ngoài, để xa tầm tay trẻ em.", "For external use; keep away from children."],
  },
  pottery: {
    noun: ["Gốm", "pottery"],
    making: [
      [
        "Mỗi món được tạo dáng bằng tay nên màu và cỡ có thể hơi khác nhau.",
        "Each piece is shaped by hand, so colour and size may differ slightly.",
      ],
    ],
    use: ["Gói nhiều lớp giấy và rơm khi gửi.", "Sent well wrapped in paper and straw."],
  },
  lacquer: {
    noun: ["Sơn mài", "lacquer"],
    making: [
      [
        "Mỗi lớp sơn phải khô hẳn mới mài lớp tiếp, cả món mất vài tuần.",
        "Each coat must dry before it is polished; a piece takes weeks.",
      ],
    ],
    use: ["Lau bằng khăn mềm, tránh nắng gắt.", "Wipe with a soft cloth; keep out of strong sun."],
  },
  sedge: {
    noun: ["Cói", "sedge"],
    making: [
      [
        "Cói được chẻ, phơi nắng, nhuộm rồi dệt trên khung gỗ hoặc đan tay.",
        "The reeds are split, sun-dried, dyed and woven on a wooden frame or by hand.",
      ],
    ],
    use: [
      "Phơi nắng nhẹ vài tuần một lần để cói thơm và bền.",
      "Air in mild sun every few weeks to keep it fresh and strong.",
    ],
  },
  rattan: {
    noun: ["Mây tre", "rattan and bamboo"],
    making: [
      [
        "Nan được chuốt nhỏ, hun khói chống mọt rồi mới đan.",
        "Strips are planed thin and smoked against insects before weaving.",
      ],
    ],
    use: ["Lau khô khi ẩm, để nơi thoáng.", "Dry when damp and keep in an airy place."],
  },
  incense: {
    noun: ["Hương", "incense"],
    making: [
      [
        "Bột hương được trộn, se vào tăm tre và phơi nắng từng bó.",
        "The powder is kneaded, rolled onto bamboo sticks and dried in bundles in the sun.",
      ],
    ],
    use: [
      "Đốt nơi thoáng gió, để xa vật dễ cháy.",
      "Burn in a ventilated place, away from anything flammable.",
    ],
  },
  silk: {
    noun: ["Lụa", "silk"],
    making: [
      [
        "Tơ được kéo từ kén, xe sợi và dệt trên khung máy nhỏ trong nhà.",
        "Silk is reeled from cocoons, twisted and woven on small looms at home.",
      ],
    ],
    use: [
      "Giặt tay với nước mát, phơi trong bóng râm.",
      "Wash by hand in cool water; dry in the shade.",
    ],
  },
  brocade: {
    noun: ["Dệt thổ cẩm", "brocade weaving"],
    making: [
      [
        "Hoa văn được dệt tay từng hàng, một tấm mất từ vài ngày đến vài tuần.",
        "The pattern is woven by hand row by row; one piece takes days or weeks.",
      ],
    ],
    use: ["Giặt riêng với nước lạnh lần đầu.", "Wash separately in cold water the first time."],
  },
  plant: {
    noun: ["Hoa kiểng", "ornamental plants"],
    making: [
      [
        "Cây được thay chậu và dưỡng khỏe trước khi gửi đi.",
        "Plants are repotted and strengthened before they travel.",
      ],
    ],
    use: [
      "Tưới vừa phải và đặt nơi có nắng buổi sáng.",
      "Water moderately and place in morning sun.",
    ],
  },
} as const satisfies Readonly<Record<string, Craft>>;

export type CraftName = keyof typeof CRAFTS;

/** Trades that one small producer may follow together, and what they are called together. */
export const FAMILIES: readonly { noun: Pair; crafts: readonly CraftName[] }[] = [
  {
    noun: ["Nông sản", "farm produce"],
    crafts: [
      "coffee",
      "cocoa",
      "tea",
      "herbal-tea",
      "remedy",
      "oil",
      "fruit",
      "preserve",
      "honey",
      "rice",
      "noodles",
      "rice-paper",
      "sweets",
      "seasoning",
    ],
  },
  { noun: ["Thực phẩm", "foods"], crafts: ["fish-sauce", "seafood", "bird-nest", "dairy"] },
  {
    noun: ["Thủ công", "handicrafts"],
    crafts: ["pottery", "lacquer", "sedge", "rattan", "incense", "silk", "brocade"],
  },
  { noun: ["Rượu", "spirits"], crafts: ["spirit"] },
  { noun: ["Hoa kiểng", "ornamental plants"], crafts: ["plant"] },
];

/** What a producer of these crafts is called by: their own word, or the family's for several. */
export function nounOf(crafts: readonly CraftName[]): Pair {
  const [first] = crafts;
  if (!first) throw new RangeError("A noun needs at least one craft.");
  if (crafts.every((craft) => craft === first)) return CRAFTS[first].noun;
  return familyOf(first).noun;
}

/** The family that a craft belongs to. */
export function familyOf(craft: CraftName): (typeof FAMILIES)[number] {
  const family = FAMILIES.find(({ crafts }) => crafts.includes(craft));
  if (!family) throw new Error(`${craft} belongs to no family.`);
  return family;
}

/** Drawings whose craft the subgroup alone does not tell. */
const BY_DRAWING: readonly (readonly [RegExp, CraftName])[] = [
  [/^fish-sauce/, "fish-sauce"],
  [/^(cocoa|chocolate)$/, "cocoa"],
  [/^rice-paper/, "rice-paper"],
  [/^(birds-nest|nest-drink|swiftlet-cliff)$/, "bird-nest"],
  [/vase|dinnerware|tea-set|jade-set/, "pottery"],
  [/lacquer/, "lacquer"],
  [/sedge/, "sedge"],
  [/rattan|lamp/, "rattan"],
  [/incense/, "incense"],
  [/silk|damask/, "silk"],
  [/peanuts/, "rice"],
];

const BY_SUBGROUP: Readonly<Partial<Record<GoodsFact["subgroup"], CraftName>>> = {
  tea: "tea",
  "herbal-tea": "herbal-tea",
  "coffee-cocoa": "coffee",
  grain: "rice",
  "processed-grain": "noodles",
  "fresh-produce": "fruit",
  "fresh-animal": "dairy",
  honey: "honey",
  snack: "sweets",
  "processed-meat-seafood": "seafood",
  "processed-other": "preserve",
  "processed-fruit-veg": "preserve",
  "condiment-liquid": "seasoning",
  "condiment-other": "seasoning",
  "spirit-white": "spirit",
  "non-alcoholic": "bird-nest",
  functional: "remedy",
  "essential-oil": "oil",
  textile: "brocade",
  flower: "plant",
  plant: "plant",
};

/** The craft of goods: by the drawing where that tells more, else by the product set. */
export function craftOf(goods: Pick<GoodsFact, "drawing" | "subgroup">): CraftName {
  if (goods.subgroup !== "tea") {
    const found = BY_DRAWING.find(([pattern]) => pattern.test(goods.drawing));
    if (found) return found[1];
  }
  const craft = BY_SUBGROUP[goods.subgroup];
  if (!craft) throw new Error(`No craft is known for ${goods.subgroup}.`);
  return craft;
}
