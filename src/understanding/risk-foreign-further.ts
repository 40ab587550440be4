/** Danger in Somali and Farsi; see `risk-foreign.ts` for what these lists are and who must review them. */
import { lines, type Rule } from './risk-words.ts';

const somali: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (rabaa|doonayaa|jeclahay|rabtaa|rabaaba|doonaysaa|damacsanahay|jeclaan|rabo) ~3 (dhinto|dhimato|dhimdo|isdilo|is dilo|isdisho|is disho|isdilno)
      (dhinto|dhimato|dhimasho|geeri) ~2 (rabaa|doonayaa|rabtaa|jeclahay|jeclaan)
      (isdili|is dili|isdilaya|is dilaya|isdilayaa|is dilayaa|isdilo|is dilo|is disho|isdisho) ~2
      (naftayda|noloshayda|nafteeda|naftiisa|noloshiisa|nolosheeda) ~2 (dhammeeyo|dhameeyo|gooyo|qaado|halligo|qaadi|dhammayn|dilo|dili|jaro|dhammaystiro|dhameeyaa)
      ma ~1 (rabo|doonayo|rabto|doonayso) ~3 (noolaado|noolaato|nolosha|nolol|sii noolaado)
      (nolosha|nolol) ~1 (ma rabo|waan nacay|waan ka daalay|micno ma laha)
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (isjaraa|is jaraa|isdhaawacaa|is dhaawacaa|isjarjaraa|is jarjaraa|isjartay|is jartay|isdhaawacday|isgubaa|is gubaa|isdhaawacdaa|is dhaawacdaa|isjarjartaa|is jarjartaa)
      (gacantayda|gacmahayga|gacmaheeda|gacanteeda|lugahayga) ~2 (jaraa|jarjaraa|jartay|goynayaa|jartaa|jarjartaa)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (i garaacaa|igaraacaa|i garaacay|igaraacay|i garaacdaa|i garaacday|i tumaa|i jirdilaa|na garaacaa|ina garaacaa|igu xadgudbaa|i dhengadeeyaa|i ceejiyey|i ceejiyay)
      (aabahay|aabbahay|aabe|aabo|hooyaday|hooyo|walaalkay|ninkayga|seygayga|adeerkay|abtigay|aabaheed|aabihiis) ~3 (garaacaa|garaacay|garaacdaa|garaacday|tumaa|tumay|hanjabaa|jirdilaa)
      (cabsanayaa|baqayaa|cabsadaa|baqaa) ~4 (guriga|gurigeena|reerka)
      (guriga|gurigeena) ~3 (cabsanayaa|baqayaa|cabsadaa|ka baqaa)
      (gacan ka hadal|rabshad) ~2 (guriga|qoyska|reerka)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (kufsi|kufsaday|kufsatay|kufsadeen|kufsanayaa|fara xumeeyay|faraxumeeyay|fara xumeeyey|faraxumeyn|tacadi galmo)
      (i taabtay|i taabtaa|i taabanayaa|i taabanayey) ~3
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (kiniini|kiniiniyo|kaniini|daawo|daawooyin|dawo|kiniinno) ~3 (badan|dhan|farabadan|fara badan) ~2 (liqay|qaatay|cunay|liqday|qaadatay|laqay|cabtay)
      (liqay|qaatay|laqay|cunay|liqday) ~3 (kiniini|kaniini|daawo|kiniiniyo) ~2 (badan|dhan|farabadan)
      (suntay|sun cabay|sun cabbay|sumoobay|sumowday)
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      (miyir beelay|miyir beeshay|miyir la|miyirka beelay|miyir daboolmay|suuxay|suuxday)
      ma ~1 (neefsanayo|neefsanayso|neefsado|toosayo|soo toosayo|soo jeedsanayo|dhaqaaqayo)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (guur|guurso|guursado|guurka|nikaax|meher|guursato) ~3 (qasab|khasab|qasbayaan|qasbay|xoog|igu qasbeen)
      (qasab|khasab|qasbayaan|igu qasbayaan|xoog|qasbeen) ~3 (guur|guurso|guursado|guursi|nin|meher|nikaax|guuriyo)
      (la i guurinayaa|i guurinayaan|la ii guurinayaa|i guuriyaan)
      (dhaqan celin|dhaqancelin)
      (baasaboorkayga|basaboorkayga|baasaboorka) ~2 (qaateen|qaaday|qaadeen|qarsadeen|qariyeen|haystaan)
      (soomaaliya|somalia|kenya|hargeysa|muqdisho) ~3 (i geynayaan|la i geynayaa|ii dirayaan|la ii dirayaa|i qaadayaan|i celinayaan)
      (la i geynayaa|ii dirayaan|la ii dirayaa|i celinayaan) ~3 (soomaaliya|somalia|kenya|hargeysa|muqdisho)
      (la gudayaa|la gudi doono|la gudo)
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      meel ~3 (seexdo|jiifo|hurdo|seexan|hoydo|seexanno) ~2 (ma|maan) ~1 (haysto|hayo|lihi|hayno|qabo|haysanno|jirto)
      (ma|maan) ~1 (haysto|hayo|hayno|lihi|haysanno) ~1 (meel|hoy) ~3 (seexdo|jiifo|hoydo|caawa|seexanno)
      guriga ~2 (la iga|iga) ~1 (eryay|saaray|eryeen|ceyriyay|saareen|ceyriyeen|ceydhiyay|soo eryay|soo saaray|eryey)
      (iga|laga) ~1 (eryay|ceyriyay|eryeen|ceyriyeen|eryey) ~1 guriga
      (dibadda|jidka|waddada|banaanka|bannaanka|baabuurka|gaariga|xaafadda) ~3 (seexdaa|jiifaa|seexanayaa|seexday|jiiftay)
      (seexdaa|jiifaa|seexday) ~2 (dibadda|jidka|waddada|banaanka|bannaanka|baabuurka|gaariga)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (mindi|toorey|tooreey|qori|bistoolad|bastoolad) ~4 (hanjabay|hanjabaa|hanjabayaa|weeraray|weeraraya|dugsiga|iskuulka|iskoolka|dili|dilo)
      (hanjabay|hanjabaa|hanjabayaa) ~3 (mindi|toorey|qori|bistoolad|dil)
      (wuu|way|waa) ~1 (i dili|i dilayaa|na dilayaa|la i dili|la i dilayaa|na dili) ~1
      (waan|waxaan) ~1 (dili|dilayaa) ~2 (isaga|iyaga|doonaa|macalinka|iyada|ninkaas)
    `),
  },
  { intent: 'acute_psychosis', level: 'acute', patterns: lines('codad ~3 (maqlaa|maqlayaa|maqashaa|maqlaya)') },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(
      '(wiilkayga|gabadhayda|walaalkay|walaashay|inanteyda|wiilkeyga|gabadheyda) ~4 (la waayay|la waayey|ma soo noqon|baxsaday|baxsatay|lumay|luntay|waa la waayay)',
    ),
  },
];

const farsi: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (میخواهم|می خواهم|میخوام|می خوام|میخام|دلم میخواد|دلم می خواد|دلم میخواهد|میخواد|می خواد|میخواهد|می خواهد) ~3 (بمیرم|بمیره|بمیرد|خودکشی|خودمو بکشم|خودم رو بکشم|خودم را بکشم|خودشو بکشه|خودش را بکشد)
      خودکشی ~1 (کنم|میکنم|می کنم|کرد|کنه|کردم|میکنه|کند|کردن|کنیم)
      (فکر|فکرِ|به) ~1 (خودکشی|مرگ|مردن) ~2 (میکنم|می کنم|هستم|افتادم|میکنه|می کند)
      (خودمو|خودم رو|خودم را|خودشو|خودش را|خودش رو) ~1 (بکشم|میکشم|می کشم|بکشه|بکشد|میکشه|دار بزنم|دار میزنم)
      (نمیخوام|نمی خوام|نمیخواهم|نمی خواهم|نمیخواد|نمی خواد) ~2 (زنده باشم|زندگی کنم|زندگی کنه|زنده بمونم|زنده بمانم|زنده بماند|زندگی کند|زنده باشه)
      (کاش|ای کاش|کاشکی) ~2 (میمردم|می مردم|مرده بودم|بمیرم|به دنیا نمی اومدم|به دنیا نمیومدم|به دنیا نیامده بودم)
      از ~2 (پل|پشت بام|پشت بوم|پنجره|بالکن) ~1 (بپرم|میپرم|می پرم|بپره|بپرد)
      (دیگه|دیگر) ~2 (نباشم|نمیخوام باشم|نمی خوام باشم|بیدار نشم|بیدار نشوم)
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      به ~1 (خودم|خودش) ~1 (آسیب|صدمه) ~1 (میزنم|می زنم|میزنه|می زنه|میرسونم|می رسانم|میرسانم|زدم|زده|می رساند|میزند)
      (دستمو|دستم رو|دستم را|رگمو|رگ دستم|بازومو|دستشو|دستش رو|دستهامو|دست هام رو|پاهامو) ~2 (میبرم|می برم|تیغ|میبره|می برد|می بره|خط میندازم|خط می اندازم)
      (خودزنی|با تیغ)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (کتک|کتکم|کتکمون) ~1 (میخورم|می خورم|خوردم|میزنه|می زنه|میزند|می زند|زد|زده|میزنن|می زنند)
      (منو|من رو|من را|مرا|مامانمو|مامانم رو|ما رو|مادرم را) ~2 (میزنه|می زنه|میزند|می زند|میزنن|خفه|تهدید میکنه|تهدید می کند)
      (خشونت خانگی|خشونت در خانه)
      (میترسم|می ترسم|میترسه) ~3 (برم خونه|برگردم خونه|به خانه برگردم|به خانه بروم|برم خانه|بروم خانه|برگردم خانه)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (تجاوز|آزار جنسی|تعرض|تعرض جنسی|سواستفاده جنسی|سو استفاده جنسی|دستمالی|دست درازی)
      (منو|من رو|من را|بدنم|بدنمو|بدنم رو|به من) ~1 (لمس|دست زد|دست میزنه|دست می زند|دست زده) ~1
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (قرص|قرصها|قرص ها|دارو|قرصا|قرصامو|قرصهامو) ~2 (زیاد|زیادی|همه|تمام|کامل) ~2 (خوردم|خورده|خورد|خوردن)
      (همه|کلی|بسته|عالمه|خیلی|بیست|سی|20|30|مشت|مقدار زیادی) ~2 (قرص|قرصها|قرص ها|قرصا|قرصهایم|داروها|قرص هام|قرصهام) ~2 (خوردم|خورده|خورد|قورت)
      (اوردوز|مسموم شده|مسموم شدم)
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      (بیهوش|بی هوش) ~1 (شده|شد|است|افتاده|شدم|افتاد)
      نفس ~1 (نمیکشه|نمی کشه|نمیکشد|نمی کشد)
      بیدار ~1 (نمیشه|نمی شه|نمی شود|نمیشود)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (به زور|بزور|مجبورم|مجبور|زورکی) ~4 (شوهر|شوهرم|ازدواج|عروس|عقد|نامزد|برگردونن|بفرستن|ببرن|بفرستند|برگردانند)
      ازدواج ~1 اجباری
      (پاسپورتم|پاسپورتمو|گذرنامه ام|گذرنامم|پاسپورت من) ~1 (رو|را)? (گرفتن|گرفتند|گرفته|گرفته اند|قایم کردن|برداشتن|ازم گرفتن)
      (میخوان|می خوان|میخواهند|می خواهند) ~2 (شوهرم بدن|شوهرم بدهند|منو شوهر|مرا شوهر|منو بفرستن|مرا بفرستند)
      قتل ناموسی
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      (جایی|جا|جای) ~2 (خوابیدن|خواب|ماندن|موندن) ~1 (ندارم|نداریم|نیست|ندارد|نداره)
      (جایی|جا) ~1 (ندارم|نداریم|نداره) ~2 (بخوابم|برم|بمونم|بمانم|بروم|بخوابیم)
      امشب ~2 کجا ~1 (بخوابم|بمانم|برم|بمونم)
      (از خونه|از خانه) ~1 (بیرونم کرده|بیرونم کردن|بیرونم کرد|بیرون کرده|بیرون کردند|انداختن بیرون|پرتم کرد|بیرونم انداخت|بیرونم کردند|انداخت بیرون)
      (خیابان|خیابون|پارک|ماشین|ایستگاه) ~1 (میخوابم|می خوابم|خوابیدم|خوابیدیم|میخوابیم)
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      با ~1 (چاقو|تفنگ|اسلحه) ~3 (تهدید*|حمله|اومد|دنبالم|میاد|مدرسه)
      (چاقو|اسلحه|تفنگ) ~3 (مدرسه|سر کلاس)
      (میخواد|می خواهد|میخواهد|می خواد|میخوام|می خواهم) ~1 (منو|ما رو|اونو|من را|او را|همه رو|همه را|اون رو) ~1 (بکشه|بکشد|بکشم)
      (میکشمش|می کشمش|منو میکشه|من را می کشد|منو میکشن|مرا می کشند)
      تهدید ~2 (به مرگ|به قتل|کشتن)
    `),
  },
  {
    intent: 'acute_psychosis',
    level: 'acute',
    patterns: lines('(صداهایی|صداها|صدا در سرم|صدا تو سرم|صداهای) ~3 (میشنوم|می شنوم|میشنوه|می شنود|میشنود)'),
  },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(
      '(پسرم|دخترم|برادرم|خواهرم) ~3 (گم شده|ناپدید|فرار کرده|برنگشته|به خونه نیومده|نیومده خونه|خانه نیامده|فرار کرد)',
    ),
  },
];

export const furtherRules: readonly Rule[] = [...somali, ...farsi];
