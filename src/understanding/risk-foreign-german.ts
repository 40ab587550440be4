/** Danger in German; see `risk-foreign.ts` for what this list is and who must review it. */
import { lines, type Rule } from './risk-words.ts';

export const germanRules: readonly Rule[] = [
  {
    intent: 'suicidal_thoughts',
    level: 'acute',
    patterns: lines(`
      (will|möchte|mag|möcht|wollte|würde) ~4 (sterben|tot sein|mich umbringen|sich umbringen)
      (will|kann|mag|möchte|wil) ~3 nicht ~1 mehr ~1 (leben|da sein|aufwachen|weiterleben|existieren)
      (bring|bringe|bringt) (mich|sich) ~2 um $
      (mich|sich) ~1 (umbringen|umzubringen|töten|erhängen|aufhängen|umgebracht)
      (suizidgedanken|selbstmordgedanken|selbstmordversuch|suizidversuch|suizidal|abschiedsbrief)
      (denke|denkt|gedanken|plane|plant|begehen|begangen|droht) ~3 (selbstmord|suizid)
      (mir|sich) ~2 leben ~1 (nehmen|genommen)
      (mein|ihr|sein) leben ~1 (beenden|ein ende)
      (wäre|wär) ~2 (am liebsten|lieber|besser|einfach) ~2 (tot|nie geboren)
      (wünschte|wünsche|wünscht) ~4 (tot|nie geboren)
      (besser|leichter) ~2 ohne mich
      (von der brücke|vom dach|aus dem fenster|vor den zug|vor die bahn) ~2 (springen|springe|springt|werfen|schmeißen|gesprungen)
      lebensmüde
    `),
  },
  {
    intent: 'self_harm',
    level: 'acute',
    patterns: lines(`
      (ritze|ritzt|ritzen|geritzt|ritz) ~1 (mich|sich|mir|wieder|die arme|arme)
      (mich|sich) ~2 (ritze|ritzt|geritzt|ritzen)
      (schneide|schneidet|schneid) (mich|sich|mir|ihr) ~3 (selbst|arme|arm|wieder|wenn|oberschenkel)
      (verletze|verletzt) (mich|sich) selbst
      mich selbst ~1 (verletze|verletzt|verletzen)
      (selbstverletz*|selbstverletzung)
    `),
  },
  {
    intent: 'violence_close',
    level: 'acute',
    patterns: lines(`
      (vater|papa|mutter|mama|stiefvater|bruder|mann|freund|partner|ex|onkel) ~2 (schlägt|verprügelt|prügelt|würgt|misshandelt|bedroht|haut) ~1 (mich|uns|sie|ihn|meine|meinen|immer|oft|zu|wieder|unsere)
      (vater|papa|mutter|mama|stiefvater|bruder|mann|freund|partner|ex|onkel) ~1 (hat|hatte) ~3 (geschlagen|verprügelt|gewürgt|getreten|misshandelt)
      (er|sie) (schlägt|verprügelt|würgt) (mich|uns|meine)
      (werde|wird|wurde|werden) ~4 (geschlagen|verprügelt|misshandelt)
      (angst|trau mich nicht|traue mich nicht|traut sich nicht) ~4 (nach hause|heim)
      häusliche gewalt
      gewalt ~1 (zu hause|zuhause|daheim)
    `),
  },
  {
    intent: 'sexual_assault',
    level: 'acute',
    patterns: lines(`
      (vergewaltigt|vergewaltigung|vergewaltigte|vergewaltigen)
      sexuell* ~2 (missbrauch*|belästig*|übergriff*|genötigt)
      (missbraucht mich|missbraucht worden|mich missbraucht|begrapscht|begrabscht|betatscht)
      (fasst|fasste) (mich|sie) ~2 an
      (mich|sie|tochter) ~4 angefasst
      (zwang|zwingt|gezwungen) ~4 (sex|zu schlafen|auszuziehen)
    `),
  },
  {
    intent: 'poisoning_overdose',
    level: 'acute',
    patterns: lines(`
      (viele|packung|alle|20|30|schachtel|handvoll|voll) ~1 (tabletten|pillen|schlaftabletten|medikamente|paracetamol|ibuprofen) ~2 (genommen|geschluckt|eingenommen|intus)
      (tabletten|pillen|medikamente) ~2 (auf einmal|alle) ~1 (genommen|geschluckt|eingenommen)
      (überdosis|ueberdosis|vergiftet|vergiftung)
    `),
  },
  {
    intent: 'life_danger',
    level: 'acute',
    patterns: lines(`
      (bewusstlos|bewußtlos|ohnmächtig|bewustlos)
      atmet ~2 nicht
      wacht ~1 nicht ~1 auf
      nicht ~2 (ansprechbar|aufwecken)
    `),
  },
  {
    intent: 'honour_conflict',
    level: 'acute',
    patterns: lines(`
      (zwangsheirat|zwangsverheiratet|zwangsehe|zwangsverheiratung|ehrenmord)
      (zwingen|gezwungen|zwingt|wollen mich|will mich) ~4 (verheiraten|heiraten|verloben)
      (meinen|ihren) willen ~2 (heiraten|verheiratet|verheiraten|reisen)
      (pass|reisepass) ~1 (weggenommen|abgenommen|versteckt)
      (heimat|heimatland|türkei|tuerkei|somalia|syrien|irak|ausland) ~1 (schicken|geschickt|zurückschicken|bringen und)
    `),
  },
  {
    intent: 'homeless_tonight',
    level: 'acute',
    patterns: lines(`
      (weiß|weiss|weis) nicht ~1 wo ~4 (schlafen|übernachten|schlafe)
      (keinen|kein|nirgends|nirgendwo|keine) ~2 (schlafplatz|platz zum schlafen|dach über|unterkunft|schlafen|übernachten)
      (zu hause|zuhause|eltern|mutter|vater|wohnung|freund|mama|papa) ~4 (rausgeworfen|rausgeschmissen|vor die tür gesetzt|auf die straße gesetzt|rausgeflogen)
      (schlafe|schläft|geschlafen|penne|übernachte) ~3 (auf der straße|auf der strasse|im auto|im park|am bahnhof|draußen|draussen|auf einer bank|unter einer brücke)
      (bin|ist|wurde) ~2 obdachlos
    `),
  },
  {
    intent: 'threat_to_others',
    level: 'acute',
    patterns: lines(`
      (bedroht|droht|drohte|drohen|angegriffen|bringt|gedroht) ~5 (messer|waffe|pistole)
      (messer|waffe|pistole) ~3 (bedroht|gedroht|in die schule|zur schule)
      (will|wird|werde|droht) ~3 (ihn|sie|mich|euch|alle|uns|jemanden) ~1 (umbringen|abstechen|erschießen|erschiessen|töten|umzubringen)
      (bring|bringe|bringt) (ihn|sie|mich|uns) um $
    `),
  },
  { intent: 'acute_psychosis', level: 'acute', patterns: lines('(höre|hört|hoer) ~1 stimmen') },
  {
    intent: 'missing_youth',
    level: 'acute',
    patterns: lines(
      '(sohn|tochter|bruder|schwester|kind) ~4 (verschwunden|abgehauen|weggelaufen|nicht nach hause gekommen|vermisst|nicht heimgekommen)',
    ),
  },
];
