import { formatNumber } from "@cho-lang/shared/money";

const number = (value: number) => formatNumber(value, "vi");

export const search = {
  suggestions: "Gợi ý",
  types: {
    text: "Có phải bạn tìm",
    product: "Sản vật",
    tour: "Đi làng",
    producer: "Người làm",
    village: "Làng nghề",
    category: "Nhóm sản phẩm",
    province: "Tỉnh, thành",
  },
  /** Goods and visits together. */
  count: (count: number) => `có ${number(count)}`,
  all: (text: string) => `Xem mọi kết quả cho “${text}”`,
  /** Told to screen readers when the list has come. */
  found: (count: number) => (count === 0 ? "Không có gợi ý nào" : `${number(count)} gợi ý`),
};
