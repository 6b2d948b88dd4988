/** Goods of the middle and the south; one per line, as in north.ts. */
export const SOUTH = `
38|condiment-liquid|4|2027-04-18|Hoằng Hóa|110000|Nước mắm Hoằng Hóa|Hoang Hoa fish sauce|Ủ chượp
38|condiment-other|3|2027-09-14|Hoằng Hóa|48000|Mắm tôm Hoằng Hóa|Hoang Hoa shrimp paste|Moi lên men
38|household-decor|4|2027-03-26|Nga Sơn|220000|Thảm cói Nga Sơn|Nga Son sedge mat|Dệt tay
38|fresh-produce|||Thọ Xuân|65000|Bưởi Luận Văn|Luan Van pomelo|Ruột hồng
38|processed-meat-seafood|3|2027-01-07|Thanh Hóa|75000|Nem chua Thanh Hóa|Thanh Hoa fermented pork|Lá chuối
40|grain|3|2027-07-14|Diễn Châu|60000|Lạc sen Diễn Châu|Dien Chau peanuts|Nhân đỏ
40|processed-fruit-veg|4|2027-05-08|Nam Đàn|95000|Hạt sen sấy Nam Đàn|Nam Dan lotus seeds|Giòn
40|textile|3|2027-10-05|Hoa Tiến|350000|Khăn thổ cẩm Hoa Tiến|Hoa Tien brocade shawl|Nhuộm cây cỏ
40|household-decor|||Quỳ Châu|70000|Hương trầm Quỳ Châu|Quy Chau agarwood incense|Se tay
40|functional|3|2027-11-18|Hoàng Mai|150000|Tinh bột nghệ Hoàng Mai|Hoang Mai turmeric starch|Lọc nhiều lần
40|condiment-other|4|2027-02-20|Nam Đàn|55000|Tương Nam Đàn|Nam Dan soy paste|Đậu nành
42|snack|4|2027-06-13|Hà Tĩnh|40000|Cu đơ Hà Tĩnh|Ha Tinh peanut brittle|Mật mía
42|fresh-produce|5|2028-09-01|Hương Khê|55000|Bưởi Phúc Trạch|Phuc Trach pomelo|Ngọt thanh
42|condiment-liquid|3|2027-08-04|Kỳ Anh|90000|Nước mắm Kỳ Anh|Ky Anh fish sauce|Cá cơm
42|fresh-produce|||Vũ Quang|50000|Cam Vũ Quang|Vu Quang orange|Mọng
42|essential-oil|||Hương Sơn|480000|Nhung hươu Hương Sơn|Huong Son deer antler|Bồi bổ
44|coffee-cocoa|4|2027-03-19|Khe Sanh|165000|Cà phê Khe Sanh|Khe Sanh coffee|Arabica chua thanh
44|functional|4|2027-12-05|Cam Lộ|190000|Cao cà gai leo|Solanum extract|Cam Lộ
44|grain|3|2027-04-27|Triệu Phong|80000|Gạo hữu cơ Triệu Phong|Trieu Phong organic rice|Không thuốc
44|condiment-liquid|3|2027-01-30|Cảnh Dương|95000|Nước mắm Cảnh Dương|Canh Duong fish sauce|Làng biển
44|household-decor|||Lâm Xuân|210000|Chiếu cói Lâm Xuân|Lam Xuan sedge mat|Cói Gio Mai
44|processed-fruit-veg|||Quảng Bình|45000|Khoai deo Quảng Bình|Quang Binh dried sweet potato|Dẻo
46|essential-oil|5|2028-02-14|Phong Điền|90000|Dầu tràm Huế|Hue cajeput oil|Tràm gió
46|herbal-tea|3|2027-05-19|Huế|85000|Trà cung đình Huế|Hue royal herbal tea|Thảo mộc
46|snack|4|2027-09-27|Huế|45000|Mè xửng Huế|Hue sesame candy|Mè, đậu phộng
46|textile|4|2027-07-03|A Lưới|650000|Vải dèng A Lưới|A Luoi zeng brocade|Người Tà Ôi
46|spirit-white|||Làng Chuồn|95000|Rượu Làng Chuồn|Chuon village rice spirit|Phá Tam Giang
46|household-decor|3|2027-10-18|Thủy Xuân|60000|Hương Thủy Xuân|Thuy Xuan incense|Bột quế
46|processed-meat-seafood|||Huế|120000|Tôm chua Huế|Hue sour shrimp|Riềng, tỏi
48|snack|3|2027-02-17|Quảng Nam|38000|Bánh dừa nướng|Baked coconut crackers|Giòn, thơm mè
48|condiment-liquid|5|2028-05-20|Nam Ô|120000|Nước mắm Nam Ô|Nam O fish sauce|Cá cơm than
48|textile|4|2027-06-24|Mã Châu|480000|Khăn lụa Mã Châu|Ma Chau silk scarf|Tơ tằm
48|essential-oil|3|2027-11-09|Trà My|150000|Tinh dầu quế Trà My|Tra My cinnamon oil|Vỏ quế
48|functional|||Ngọc Linh|2000000|Sâm Ngọc Linh|Ngoc Linh ginseng|Nam Trà My
48|household-decor|||Non Nước|750000|Tượng đá Non Nước|Non Nuoc stone statue|Tạc tay
48|household-decor|3|2027-12-22|Thanh Hà|110000|Gốm Thanh Hà|Thanh Ha terracotta|Hội An
51|functional|5|2028-10-20|Ngọc Linh|850000|Trà sâm Ngọc Linh|Ngoc Linh ginseng tea|Kon Tum
51|condiment-other|4|2027-01-15|Lý Sơn|90000|Tỏi Lý Sơn|Ly Son garlic|Đảo
51|condiment-other|5|2028-12-31|Lý Sơn|500001|Tỏi cô đơn Lý Sơn|Ly Son single-clove garlic|Một tép
51|coffee-cocoa|3|2027-08-25|Đắk Hà|125000|Cà phê Đắk Hà|Dak Ha coffee|Robusta
51|condiment-other|||Sa Huỳnh|20000|Muối Sa Huỳnh|Sa Huynh sea salt|Ruộng muối
51|flower|||Nghĩa Hiệp|85000|Cúc chậu Nghĩa Hiệp|Nghia Hiep chrysanthemum|Hoa tết
51|snack|3|2027-04-06|Quảng Ngãi|42000|Kẹo gương|Glass candy|Mè, đậu phộng
52|coffee-cocoa|4|2027-03-15|Gia Lai|95000|Cà phê đen hòa tan|Black instant coffee|Nguyên chất
52|processed-fruit-veg|3|2027-10-08|Gia Lai|175000|Hạt điều rang củi|Wood-roasted cashews|Vỏ lụa
52|spirit-white|4|2027-07-22|Bàu Đá|90000|Rượu Bàu Đá|Bau Da rice spirit|Nước giếng
52|plant|||An Nhơn|1200000|Mai vàng An Nhơn|An Nhon yellow apricot|Uốn thế
52|processed-grain|||Tây Sơn|36000|Bánh tráng nước dừa|Coconut rice paper|Tam Quan
52|processed-meat-seafood|3|2027-02-25|Quy Nhơn|130000|Chả cá Quy Nhơn|Quy Nhon fish cake|Cá biển
56|household-decor|4|2027-12-10|Bàu Trúc|300000|Bình gốm Bàu Trúc|Bau Truc Cham vase|Nung lộ thiên
56|textile|3|2027-05-02|Mỹ Nghiệp|240000|Túi thổ cẩm Mỹ Nghiệp|My Nghiep woven bag|Người Chăm
56|fresh-produce|4|2027-08-11|Ninh Phước|90000|Nho đỏ Ninh Thuận|Ninh Thuan red grapes|Nắng gió
56|processed-fruit-veg|||Ninh Phước|75000|Nho khô nhỏ|Small raisins|Phơi nắng
56|non-alcoholic|5|2028-03-20|Nha Trang|230000|Nước yến sào|Bird's nest drink|Khánh Hòa
56|processed-meat-seafood|3|2027-06-26|Nha Trang|199999|Mực một nắng|Half-dried squid|Biển đảo
66|coffee-cocoa|5|2028-04-01|Buôn Ma Thuột|150000|Cà phê Buôn Ma Thuột|Buon Ma Thuot coffee|Đất đỏ
66|coffee-cocoa|||Ban Mê|88000|Caphe rang củi Ban Mê|Wood-fired dark roast|Viết liền như người ta hay gõ
66|coffee-cocoa|3|2027-09-16|Krông Ana|85000|Bột ca cao Krông Ana|Krong Ana cocoa powder|Hòa tan
66|processed-meat-seafood|4|2027-11-25|Tuy Hòa|110000|Chà bông cá ngừ|Tuna floss|Phú Yên
66|non-alcoholic|3|2027-01-18|Tuy Hòa|215000|Nước yến Tuy Hòa|Tuy Hoa nest drink|Đường phèn
66|herbal-tea|||Ea Kar|70000|Trà mãng cầu|Soursop tea|Sấy khô
66|processed-other|4|2027-07-09|Buôn Hồ|2800000|Yến sào Đắk Lắk|Dak Lak bird's nest|Tổ yến
66|fresh-produce|||Ea H'leo|70000|Bơ sáp Ea H'leo|Ea H'leo avocado|Dẻo, béo
68|tea|4|2027-05-28|Bảo Lộc|240000|Trà oolong Bảo Lộc|Bao Loc oolong tea|Viên
68|processed-fruit-veg|5|2028-01-27|Đà Lạt|320000|Hồng treo gió Đà Lạt|Da Lat hanging persimmon|Dẻo mật
68|coffee-cocoa|3|2027-10-27|Đắk Mil|130000|Cà phê Đắk Mil|Dak Mil coffee|Robusta
68|condiment-liquid|4|2027-03-11|Phan Thiết|95000|Nước mắm Phan Thiết|Phan Thiet fish sauce|Phơi nắng
68|grain|||Tánh Linh|180000|Gạo ST25 Tánh Linh|Tanh Linh ST25 rice|Bình Thuận
68|textile|||Bảo Lộc|420000|Lụa Bảo Lộc|Bao Loc silk scarf|Vùng dâu
68|flower|3|2027-12-18|Vạn Thành|95000|Hoa hồng Vạn Thành|Van Thanh rose|Nhà kính
68|alcohol-other|3|2027-06-02|Đà Lạt|180000|Vang dâu Đà Lạt|Da Lat mulberry wine|Dâu tằm
75|fresh-produce|4|2027-04-13|Tân Triều|58000|Bưởi đường lá cam|Sugar pomelo|Tân Triều
75|coffee-cocoa|4|2027-08-31|Định Quán|99000|Socola đen Định Quán|Dinh Quan dark chocolate|Hạt lên men
75|coffee-cocoa|||Định Quán|100000|Sôcôla sữa|Milk chocolate|Viết kiểu khác
75|processed-fruit-veg|5|2028-06-18|Bình Phước|200000|Hạt điều rang muối|Salted cashews|Bình Phước
75|processed-meat-seafood|||Biên Hòa|140000|Khô heo Biên Hòa|Bien Hoa pork jerky|Thịt heo
79|plant|||Bình Lợi|950000|Mai vàng chậu|Potted apricot|Làng mai
79|processed-other|5|2028-02-02|Cần Giờ|2600000|Yến sào Cần Giờ|Can Gio nest|Ven rừng
79|fresh-produce|4|2027-05-16|Cần Giờ|80000|Xoài cát Cần Giờ|Can Gio mango|Đất giồng
79|condiment-other|3|2027-09-12|An Ngãi|38000|Muối ớt An Ngãi|An Ngai chilli salt|Bà Rịa
79|household-decor|4|2027-11-07|Tương Bình Hiệp|999999|Tranh sơn mài|Lacquer painting|Bình Dương
79|condiment-other|||Lý Nhơn|20000|Muối Lý Nhơn|Ly Nhon sea salt|Ruộng muối
79|cosmetic|3|2027-01-28|Củ Chi|110000|Xà bông sả|Lemongrass soap|Tinh dầu sả
79|animal|||Sài Gòn|1000000|Cá rồng cảnh|Ornamental arowana|Sài Gòn
80|processed-grain|4|2027-07-17|Trảng Bàng|45000|Bánh tráng phơi sương|Dew-dried rice paper|Cuốn thịt
80|fresh-produce|3|2027-02-08|Bà Đen|70000|Mãng cầu Bà Đen|Ba Den custard apple|Núi
80|condiment-other|||Tây Ninh|38000|Muối ớt Tây Ninh|Tay Ninh chilli salt|Chấm trái cây
80|grain|4|2027-10-22|Chợ Đào|150000|Gạo nàng thơm Chợ Đào|Cho Dao fragrant rice|Long An
80|spirit-white|3|2027-04-21|Gò Đen|110000|Rượu Gò Đen|Go Den rice spirit|Nếp
82|processed-meat-seafood|4|2027-06-29|Lai Vung|60000|Nem Lai Vung|Lai Vung fermented pork|Lá vông
82|herbal-tea|3|2027-12-28|Tháp Mười|90000|Trà tim sen|Lotus-germ tea|Tháp Mười
82|flower|||Sa Đéc|65000|Hoa chậu Sa Đéc|Sa Dec potted flowers|Vạn thọ
82|fresh-produce|5|2028-08-28|Hòa Lộc|85000|Xoài cát Hòa Lộc|Hoa Loc mango|Tiền Giang
82|household-decor|||Định Yên|240000|Chiếu Định Yên|Dinh Yen mat|Lác dệt tay
82|processed-fruit-veg|||Cai Lậy|95000|Mít sấy Cai Lậy|Cai Lay jackfruit chips|Giòn
86|snack|5|2028-07-15|Bến Tre|50000|Kẹo dừa sầu riêng|Durian coconut candy|Dẻo thơm
86|snack|||Bến Tre|50000|Kẹo dứa|Pineapple candy|Chua ngọt
86|fresh-produce|4|2027-05-10|Cái Mơn|75000|Măng cụt Cái Mơn|Cai Mon mangosteen|Bến Tre
86|plant|3|2027-01-12|Chợ Lách|800000|Mai vàng bonsai|Apricot bonsai|Chợ Lách
86|fresh-produce|4|2027-11-13|Tam Bình|40000|Cam sành Tam Bình|Tam Binh king orange|Vĩnh Long
86|processed-fruit-veg|5|2028-03-08|Cầu Kè|120000|Dừa sáp Cầu Kè|Cau Ke wax coconut|Trà Vinh
86|condiment-liquid|||Tiểu Cần|75000|Nước tương mật hoa dừa|Coconut aminos|Không đậu nành
91|processed-other|4|2027-08-02|Bảy Núi|65000|Đường thốt nốt|Palm sugar|An Giang
91|condiment-other|4|2027-02-12|Châu Đốc|90000|Mắm cá linh|Fermented linh fish|Mùa nước nổi
91|textile|3|2027-10-12|Văn Giáo|450000|Khăn lụa Khmer|Khmer silk scarf|Văn Giáo
91|household-decor|4|2027-06-17|Phú Mỹ|180000|Túi cỏ bàng Phú Mỹ|Phu My sedge bag|Kiên Giang
91|condiment-liquid|5|2028-11-22|Phú Quốc|145000|Nước mắm Phú Quốc 40 độ|Phu Quoc fish sauce 40N|Thùng gỗ
91|condiment-other|4|2027-09-05|Phú Quốc|120000|Tiêu Phú Quốc|Phu Quoc pepper|Chín đỏ
92|grain|5|2028-05-30|Sóc Trăng|200000|Gạo ST25 Sóc Trăng|Soc Trang ST25 rice|Ngon nhất
92|grain|4|2027-05-30|Sóc Trăng|180000|Gạo ST24|ST24 rice|Anh em ST25
92|snack|4|2027-03-23|Sóc Trăng|68000|Bánh pía Sóc Trăng|Soc Trang pia cake|Sầu riêng
92|fresh-animal|3|2027-07-05|Hậu Giang|30000|Sữa dê thanh trùng|Pasteurised goat milk|Hậu Giang
92|processed-meat-seafood|3|2027-12-02|Hậu Giang|145000|Chả cá thát lát|Featherback fish paste|Dai
92|processed-grain|||Thuận Hưng|40000|Bánh tráng Thuận Hưng|Thuan Hung rice paper|Lò trấu
96|processed-meat-seafood|5|2028-10-10|Rạch Gốc|750000|Tôm khô Rạch Gốc|Rach Goc dried shrimp|Đất mũi
96|processed-fruit-veg|3|2027-04-16|Cà Mau|55000|Dưa bồn bồn|Pickled cattail shoots|Chua giòn
96|honey|4|2027-11-28|U Minh|250000|Mật ong rừng U Minh|U Minh forest honey|Hoa tràm
96|condiment-other|||Bạc Liêu|25000|Muối Bạc Liêu|Bac Lieu sea salt|Hạt to
96|functional|||Cà Mau|320000|Cao ổi|Guava extract|Ổn định
`;
