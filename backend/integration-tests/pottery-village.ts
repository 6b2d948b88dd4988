/** Facts of the craft village Bát Tràng in Hà Nội; each test gives it a handle and a name. */
export const potteryVillage = {
  kind: "craft",
  craft: "Gốm",
  story: "Làm gốm bên sông Hồng.",
  province_code: "01",
  commune_code: "00541",
  commune_name: "Xã Bát Tràng",
  lat: 20.9752,
  lng: 105.9127,
} as const;
