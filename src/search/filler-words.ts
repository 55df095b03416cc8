/**
 * Words of everyday language that say nothing about the subject of a query. The index names those that the site doesn't
 * have: a query is read without them, while any other word that the site doesn't have is about something else.
 * Readers spell them in their own ways. cspell:ignore favourite realise recognise wat
 */
export const FILLER_WORDS: readonly string[] = (
  'accidentally accomplish accordingly accurate achieve admit adult afford agree ahead alike altogether amazing ' +
  'annoyingly apparently appreciate approach appropriate approximately argue aside asleep aspect average aware awesome ' +
  'awkward barely beautiful behavior besides bet blame bored boss bother brand brief bright brilliant bunch busier busy ' +
  'carefully cautious certainly chance cheap cheaper chosen circumstances classmate cleanup clearly clever closer clue comfortable ' +
  'commonly complicated confident constantly convince cool couple coworker crazy critical curious dear decent deeply desperate die ' +
  'difficult difficulty dirty discover discuss dislike dream dumb easiest effectively effort eh embarrassing encounter ' +
  'enjoy enormous entire essential eventually ever excellent excited expert extreme fairly familiar famous fancy ' +
  'fantastic fastest fault favorite favourite fear feel fool fortunately frequently frustrated fun furthermore gentle ' +
  'glad gonna gotta gradually grateful greatly guess handle handy happier happily happy harder hate hear highest honest ' +
  'honestly hope hopefully horrible hurry imagine importance impossible impress incredible indeed inevitable instant ' +
  'ironically irritating joke jolly junior justify kid kinda knew latter laugh leading lecturer legit lesser lie likewise ' +
  'logic lots loud love low luckily lucky magic mainly man manner mate meaningful meanwhile mess messy met mighty ' +
  'mistaken modern mystery naive nasty neat neatly nervous notion numerous obvious obviously occasionally oddly ongoing ' +
  'outcome overkill overwhelmed pain panic particularly partly perfect perfectly perspective pick picked picking pleased ' +
  'plenty pointless poor potential preferably pretty previously proceed professor proud puzzled quiet randomly rapid rapidly ' +
  'reaction realise realize recognise redo refer regarding relevant remarkable remind repeatedly rerun resist respect ' +
  'reveal ridiculous roommate rough roughly ruin rush sad sadly sane sat satisfied scare scary screwed seen sensible serious ' +
  'seriously shame sharp shortly shout significant significantly similar similarly simpler simplest sincerely ' +
  'skill slightly smart smooth smoothly sole someday somehow somewhat sorry sort spend spent steady strangely strict ' +
  'strictly strong stuck stupid sudden suffer superior supposedly surprisingly suspect suspicious swear tedious ' +
  'temporarily tempted tempting tend terrible terrified thank thankfully thorough thoroughly thought threw throughout ' +
  'thus tidy tight tonight tough tricky truly ugly unclear uncomfortable understandable understood unexpectedly unfair ' +
  'unfamiliar unfortunately unhappy unsure unusual upset urgent utterly vague variety various vast vital wanna wat weirdly ' +
  'whatsoever whereas wider wild willing wise wish wonder wore worst worthless worthwhile worthy wow wrongly yeah young ' +
  'younger yup'
).split(' ');
