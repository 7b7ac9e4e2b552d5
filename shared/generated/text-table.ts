// Made by generate-text-table.ts (npm run generate); a test compares.

/** How a locale writes numbers and days; `percent` follows the number, `date` has {day}, {month} and {year}. */
export interface LocaleText {
  readonly group: string;
  readonly decimal: string;
  readonly percent: string;
  readonly date: string;
  readonly months: readonly string[];
}

/** By name; a locale that is not here counts as en-US. */
export const LOCALE_TEXT: Readonly<Record<string, LocaleText>> & { readonly 'en-US': LocaleText } = {
  "en-US": {
    "group": ",",
    "decimal": ".",
    "percent": "%",
    "date": "{month} {day}, {year}",
    "months": [
      "Jan",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "Jun",
      "Jul",
      "Aug",
      "Sep",
      "Oct",
      "Nov",
      "Dec"
    ]
  },
  "en-GB": {
    "group": ",",
    "decimal": ".",
    "percent": "%",
    "date": "{day} {month} {year}",
    "months": [
      "Jan",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "Jun",
      "Jul",
      "Aug",
      "Sept",
      "Oct",
      "Nov",
      "Dec"
    ]
  },
  "de-DE": {
    "group": ".",
    "decimal": ",",
    "percent": " %",
    "date": "{day}. {month} {year}",
    "months": [
      "Jan.",
      "Feb.",
      "März",
      "Apr.",
      "Mai",
      "Juni",
      "Juli",
      "Aug.",
      "Sept.",
      "Okt.",
      "Nov.",
      "Dez."
    ]
  },
  "fr-FR": {
    "group": " ",
    "decimal": ",",
    "percent": " %",
    "date": "{day} {month} {year}",
    "months": [
      "janv.",
      "févr.",
      "mars",
      "avr.",
      "mai",
      "juin",
      "juil.",
      "août",
      "sept.",
      "oct.",
      "nov.",
      "déc."
    ]
  },
  "es-ES": {
    "group": ".",
    "decimal": ",",
    "percent": " %",
    "date": "{day} {month} {year}",
    "months": [
      "ene",
      "feb",
      "mar",
      "abr",
      "may",
      "jun",
      "jul",
      "ago",
      "sept",
      "oct",
      "nov",
      "dic"
    ]
  },
  "it-IT": {
    "group": ".",
    "decimal": ",",
    "percent": "%",
    "date": "{day} {month} {year}",
    "months": [
      "gen",
      "feb",
      "mar",
      "apr",
      "mag",
      "giu",
      "lug",
      "ago",
      "set",
      "ott",
      "nov",
      "dic"
    ]
  },
  "nl-NL": {
    "group": ".",
    "decimal": ",",
    "percent": "%",
    "date": "{day} {month} {year}",
    "months": [
      "jan",
      "feb",
      "mrt",
      "apr",
      "mei",
      "jun",
      "jul",
      "aug",
      "sep",
      "okt",
      "nov",
      "dec"
    ]
  },
  "ja-JP": {
    "group": ",",
    "decimal": ".",
    "percent": "%",
    "date": "{year}年{month}月{day}日",
    "months": [
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
      "12"
    ]
  }
};

/** Letters of Latin, Greek and Cyrillic script with what they become in a channel name; combining marks become nothing. */
export const LETTERS: readonly (readonly [to: string, from: string])[] = [
  ["","\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e\u030f\u0310\u0311\u0312\u0313\u0314\u0315\u0316\u0317\u0318\u0319\u031a\u031b\u031c\u031d\u031e\u031f\u0320\u0321\u0322\u0323\u0324\u0325\u0326\u0327\u0328\u0329\u032a\u032b\u032c\u032d\u032e\u032f\u0330\u0331\u0332\u0333\u0334\u0335\u0336\u0337\u0338\u0339\u033a\u033b\u033c\u033d\u033e\u033f\u0340\u0341\u0342\u0343\u0344\u0345\u0346\u0347\u0348\u0349\u034a\u034b\u034c\u034d\u034e\u0350\u0351\u0352\u0353\u0354\u0355\u0356\u0357\u035d\u035e\u035f\u0360\u0361\u0362ʹ͵ͺ΄΅·ЪЬъь҃҄҅҆҇"],
  ["a","ÀÁÂÃÅàáâãåĀāĂăĄąƏǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặΆΑάαАа"],
  ["ae","ÄÆäæ"],
  ["b","ḂḃḄḅḆḇΒБб"],
  ["c","ÇçĆćĈĉĊċČčḈḉ"],
  ["ch","Чч"],
  ["d","ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓΔδДд"],
  ["e","ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệΈΕέεЕЭеэ"],
  ["f","ḞḟΦφФф"],
  ["g","ĜĝĞğĠġĢģǦǧǴǵḠḡΓγГгҐґ"],
  ["h","ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"],
  ["i","ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊịΉΊΐΗΙΪήίηιϊІИиі"],
  ["ij","Ĳĳ"],
  ["j","Ĵĵǰ"],
  ["k","ĶķǨǩḰḱḲḳḴḵΚκКк"],
  ["kh","Хх"],
  ["kj","Ќќ"],
  ["ks","Ξξ"],
  ["l","ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽΛλЛл"],
  ["lj","Љљ"],
  ["m","ḾḿṀṁṂṃΜμМм"],
  ["n","ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋΝνНн"],
  ["nj","Њњ"],
  ["o","ÒÓÔÕØòóôõøŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợΌΏΟΩοωόώОо"],
  ["oe","ÖöŒœ"],
  ["p","ṔṕṖṗΠπПп"],
  ["ps","Ψψ"],
  ["r","ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟΡρРр"],
  ["s","ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩΣςσСс"],
  ["sch","Щщ"],
  ["sh","Шш"],
  ["ss","ßẞ"],
  ["t","ŢţŤťȚțṪṫṬṭṮṯṰṱẗΤτТт"],
  ["th","ÞþΘθ"],
  ["ts","Цц"],
  ["u","ÙÚÛùúûŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựУу"],
  ["ue","Üü"],
  ["v","ṼṽṾṿβВв"],
  ["w","ŴŵẀẁẂẃẄẅẆẇẈẉẘ"],
  ["x","ẊẋẌẍΧχ"],
  ["y","ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹΎΥΫΰυϋύЙЫйы"],
  ["ya","Яя"],
  ["ye","Єє"],
  ["yi","Її"],
  ["yo","Ёё"],
  ["yu","Юю"],
  ["z","ŹźŻżŽžẐẑẒẓẔẕΖζЗз"],
  ["zh","Жж"],
];
