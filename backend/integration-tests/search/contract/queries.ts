import { words } from "@cho-lang/shared/vietnamese";
import type { CatalogDocument } from "../../../src/reports/catalog-documents";

/**
 * What people really type, and what of the demo they expect among the first five. One per line:
 * "!" for what must never be missed | query | expected. Expected are handles, or all documents with
 * `field=value` or `field~words`, joined by & and then by ;. Of more than five any five will do.
 */
const TABLE = `
!|cà phê|subgroup=coffee-cocoa
!|ca phe|subgroup=coffee-cocoa
!|caphe|subgroup=coffee-cocoa
!|CÀ PHÊ ĐẮK LẮK|subgroup=coffee-cocoa&province=66; mot-ngay-o-buon-ako-dhong
!|cafe buôn ma thuột|ca-phe-buon-ma-thuot
!|ca phe ban me|ca-phe-buon-ma-thuot
!|cà phê bmt|ca-phe-buon-ma-thuot
!|coffee|subgroup=coffee-cocoa
!|coffee son la|ca-phe-bot-son-la
!|cfe dak mil|ca-phe-dak-mil
!|ca phe cu mgar|ca-phe-cu-m-gar
!|cà phê cư m'gar|ca-phe-cu-m-gar
!|arabica khe sanh|ca-phe-khe-sanh
!|ca cao|bot-ca-cao-hoa-tan-krong-ana bot-ca-cao-dinh-quan
!|cacao|bot-ca-cao-hoa-tan-krong-ana bot-ca-cao-dinh-quan
!|socola|socola-den-dinh-quan
!|sô cô la|socola-den-dinh-quan
!|chocolate|socola-den-dinh-quan
!|chocolat dinh quan|socola-den-dinh-quan
|trà|sort_of_thing~tra; title~che
!|chè thái nguyên|province=19&sort_of_thing~tra; mot-buoi-o-vung-che-tan-cuong
!|tra thai nguyen|province=19&sort_of_thing~tra; mot-buoi-o-vung-che-tan-cuong
!|chè tân cương|che-dinh-tan-cuong bot-tra-xanh-tan-cuong
!|trà tân cương|che-dinh-tan-cuong bot-tra-xanh-tan-cuong
!|trà shan tuyết hà giang|tra-xanh-shan-tuyet-hoang-su-phi
!|chè shan tuyết|tra-shan-tuyet-ban-lien tra-shan-tuyet-suoi-giang tra-xanh-shan-tuyet-hoang-su-phi
!|suoi giang|tra-shan-tuyet-suoi-giang mot-ngay-o-vung-che-suoi-giang
!|trà ô long|tra-oolong-bao-loc
!|oolong tea|tra-oolong-bao-loc
!|trà sen|tra-sen-tay-ho tra-sen-cau-dat
!|lotus tea|tra-sen-tay-ho tra-sen-cau-dat
!|atiso|tra-hoa-tan-atiso-sa-pa cao-mem-atiso-sa-pa cao-atiso-da-lat
!|actiso|tra-hoa-tan-atiso-sa-pa cao-mem-atiso-sa-pa cao-atiso-da-lat
!|sapa|tra-hoa-tan-atiso-sa-pa cao-mem-atiso-sa-pa
!|nước mắm|subgroup=condiment-liquid
!|nuoc mam phu quoc|nuoc-mam-phu-quoc-38-do-dam
!|nứoc mắm phú quốc|nuoc-mam-phu-quoc-38-do-dam
!|nước mấm|subgroup=condiment-liquid
!|nuocmam phuquoc|nuoc-mam-phu-quoc-38-do-dam
!|nuoc mam phu quôcs|nuoc-mam-phu-quoc-38-do-dam
!|fish sauce|title_en~fish sauce
!|mắm tôm|mam-tom-hoang-hoa
!|mam ruoc|mam-tom-hoang-hoa
!|mật ong|subgroup=honey
!|mat ong bac ha|mat-ong-bac-ha-meo-vac
!|matong|subgroup=honey
!|honey|subgroup=honey
!|mật ogn rừng|mat-ong-rung-u-minh-ha
!|gạo st25|gao-st25-soc-trang gao-st25-tanh-linh
!|gao st 25|gao-st25-soc-trang gao-st25-tanh-linh
!|st25|gao-st25-soc-trang gao-st25-tanh-linh
!|gạo nếp|gao-nep-nuong-dien-bien
!|gạo tám thơm|gao-tam-dien-bien
!|bánh tráng|banh-trang-sieu-mong-tay-ninh banh-trang-thuan-hung banh-trang-phoi-suong-trang-bang
!|bánh đa nem|banh-trang-sieu-mong-tay-ninh banh-trang-thuan-hung banh-trang-phoi-suong-trang-bang
!|banh trang tay ninh|banh-trang-sieu-mong-tay-ninh banh-trang-phoi-suong-trang-bang
!|banhtrang|banh-trang-sieu-mong-tay-ninh banh-trang-thuan-hung banh-trang-phoi-suong-trang-bang
!|bnah pia|banh-pia-soc-trang
!|miến dong|mien-dong-na-ri mien-dong-binh-lu mien-dong-binh-lieu mien-dong-nguyen-binh
!|kẹo dừa bến tre|keo-dua-ben-tre
!|keo dua|keo-dua-ben-tre
!|kẹo dừaa bến tre|keo-dua-ben-tre
!|bến tre|province=86
!|hà giang|province=08
!|Ha Giang honey|mat-ong-bac-ha-meo-vac
!|phú yên|province=66
!|bình dương|province=79
!|sơn mài bình dương|tranh-son-mai-tuong-binh-hiep mot-buoi-o-lang-son-mai-tuong-binh-hiep
!|hoà bình|province=25
!|cam hòa bình|cam-cao-phong
!|vải thiều bắc giang|vai-thieu-luc-ngan
!|hải dương|province=31
!|quảng nam|province=48
!|sài gòn|province=79
!|tphcm|province=79
|đặc sản đà lạt|hong-treo-gio-da-lat cao-atiso-da-lat
!|tây nguyên cà phê|subgroup=coffee-cocoa&region=south-central-coast-highlands; mot-ngay-o-buon-ako-dhong
!|nem heo|nem-lai-vung
!|lạp xưởng|lap-suon-hun-khoi-cao-bang
!|kẹo lạc|cu-do-ha-tinh
!|đậu phộng|lac-sen-dien-chau cu-do-ha-tinh
!|mè xửng|me-xung-hue
!|kẹo vừng huế|me-xung-hue
!|hạt điều|hat-dieu-rang-cui-gia-lai hat-dieu-rang-muoi-binh-phuoc
!|cashew|hat-dieu-rang-cui-gia-lai hat-dieu-rang-muoi-binh-phuoc
!|yến sào|yen-sao-dak-lak yen-sao-tanh-linh yen-sao-can-gio nuoc-yen-sao-nha-trang
!|tổ yến|yen-sao-dak-lak yen-sao-tanh-linh yen-sao-can-gio
!|tỏi lý sơn|toi-ly-son
!|bưởi|buoi-phuc-trach buoi-duong-la-cam-tan-trieu buoi-luan-van
!|quýt hàm yên|cam-sanh-ham-yen
!|rượu nếp|ruou-lang-van ruou-go-den ruou-nep-kim-son ruou-xuan-thanh
!|ruou bau da|ruou-bau-da mot-buoi-o-lang-ruou-bau-da
!|tinh bột nghệ|tinh-bot-nghe-hoang-mai tinh-bot-nghe-chi-tan
!|tumeric|tinh-bot-nghe-hoang-mai tinh-bot-nghe-chi-tan vien-nghe-bac-kan
!|dầu tràm|dau-tram-hue
!|tinh dầu tràm|dau-tram-hue
!|khăn lụa|khan-lua-ma-chau khan-lua-van-van-phuc khan-lua-van-giao
!|silk scarf|khan-lua-ma-chau khan-lua-van-van-phuc khan-lua-van-giao lua-bao-loc
|lua ha dong|khan-lua-van-van-phuc mot-buoi-o-lang-lua-van-phuc
!|thổ cẩm|title~tho cam; title_en~brocade
!|brocade|title_en~brocade; title~tho cam
!|chiếu cói|chieu-coi-lam-xuan chieu-coi-kim-son
!|gốm bát tràng|producer=co-so-gom-bao-vien
!|gom bat trang|producer=co-so-gom-bao-vien
!|gốm bát chàng|producer=co-so-gom-bao-vien
!|ấm chén|am-chen-gom-bo-bat am-chen-gom-chu-dau bo-am-chen-men-ngoc-bat-trang
!|bộ ấm trà|bo-am-chen-men-ngoc-bat-trang am-chen-gom-bo-bat
!|nón lá|mot-buoi-o-lang-non-chuong
!|tranh đông hồ|mot-buoi-o-lang-tranh-dong-ho
!|mai vàng tết|mai-vang-bonsai-cho-lach mai-vang-binh-loi mai-vang-an-nhon
!|quà tết|group=food; group=ornamental; group=beverage
!|du lịch làng gốm|kind=tour&maker~gom
!|pottery class hanoi|mot-buoi-o-lang-gom-bat-trang
!|tour bát tràng|mot-buoi-o-lang-gom-bat-trang
|hái chè|mot-buoi-o-vung-che-tan-cuong mot-ngay-o-vung-che-suoi-giang mot-buoi-o-vung-che-cau-dat
!|tea picking|mot-buoi-o-vung-che-tan-cuong mot-ngay-o-vung-che-suoi-giang mot-buoi-o-vung-che-cau-dat
!|homestay|title~mot dem; story~homestay
!|homestay hà giang|province=08&title~mot dem
!|mai chau|tho-cam-chieng-chau mot-dem-o-ban-lac-chieng-chau
!|dệt thổ cẩm trải nghiệm|kind=tour
!|làng hoa sa đéc|mot-buoi-o-lang-hoa-sa-dec hoa-chau-sa-dec
!|rừng ngập mặn|mot-dem-o-lang-du-lich-dat-mui
!|cooking class hoi an|mot-ngay-o-lang-rau-tra-que
!|htx thiên ân|cha-ca-that-lat-hau-giang sua-de-thanh-trung-hau-giang
!|ca phe ha vien|ca-phe-cu-m-gar ca-phe-krong-nang ca-phe-ea-h-leo
!|Ông Sáu Khởi|mang-cau-ba-den gao-nang-thom-cho-dao
!|nước mắm song khuê|nuoc-mam-nam-o
!|đồ uống|group=beverage
!|tinh dầu|subgroup=essential-oil
!|thủ công mỹ nghệ|group=handicraft
!|du lịch cộng đồng|kind=tour
!|sữa dê|sua-de-thanh-trung-hau-giang
!|goat milk|sua-de-thanh-trung-hau-giang
!|cá kho làng vũ đại|ca-kho-vu-dai
!|tôm khô cà mau|tom-kho-rach-goc tom-kho-sinh-thai-nam-can
!|tom kho nam can|tom-kho-sinh-thai-nam-can
`;

export type RealQuery = {
  q: string;
  /** Whether all must be there, and not only most of all queries' expectations. */
  isMust: boolean;
  isExpected: (document: CatalogDocument) => boolean;
};

/** What people type, with what they expect. */
export function realQueries(): RealQuery[] {
  return TABLE.trim()
    .split("\n")
    .map((line) => {
      const [mark, q = "", expected = ""] = line.split("|");
      return { q, isMust: mark === "!", isExpected: reading(expected) };
    });
}

function reading(expected: string): RealQuery["isExpected"] {
  const alternatives = expected.split("; ").map((alternative) => {
    if (!/[=~]/.test(alternative)) {
      const handles = new Set(alternative.split(" "));
      return ({ id }: CatalogDocument) => handles.has(id);
    }
    const conditions = alternative.split("&").map(conditionOf);
    return (document: CatalogDocument) => conditions.every((holds) => holds(document));
  });
  return (document) => alternatives.some((holds) => holds(document));
}

function conditionOf(part: string): RealQuery["isExpected"] {
  const [, name = "", sign, value = ""] = /^(\w+)([=~])(.+)$/.exec(part) ?? [];
  const field = name as keyof CatalogDocument;
  if (sign === "=") return (document) => document[field] === value;
  return (document) => ` ${words(String(document[field])).join(" ")} `.includes(` ${value} `);
}
