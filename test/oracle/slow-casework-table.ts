/**
 * What the law lets happen in each kind of matter, written by hand beside the program's tables.
 * A line: step, its marks, the statuses it may be taken in, and the one it leads to. `!` a reason
 * is compulsory, `&` two persons, `~` the program may take it; `*` any status that is not final
 * (final ones stand in the first line), `**` every status.
 */
export const slowSteps = `
all final merged
assign: *
queue: *
tag: **
untag: **
note: **
link: **
add_party: *
merge!: * > merged
split!: *
remind~: *

complaint final refused forwarded closed
open: - > received
ask_supplement!: received
supplement: received
accept: received > accepted
refuse!: received > refused
forward!: received > forwarded
propose_mediation: accepted
answer_mediation: accepted
mediate: accepted > mediating
settle: mediating > settled
end!: accepted mediating > ended
withdraw: received accepted mediating > ended
notify: ended > closed
close: settled > closed
find_clue: *
extend_clue!&: *
settle_clue!: **
to_police!&: *
begin_dispute!: received
end_dispute: received
begin_testing!: *
end_testing: *

report final forwarded linked closed
open: - > received
link_repeated!: received > linked
add_facts: received
extend!&: received
open_case&: received > case_opened
not_open!&: received > not_opened
forward!: received > forwarded
tell: case_opened not_opened
reward&: case_opened
close: case_opened not_opened > closed
begin_testing!: *
end_testing: *

case final not_opened transferred closed
open: - > clue
add_facts: clue
mark_grave!&: *
extend_check!&: clue
open_case&: clue > investigating
not_open!&: clue > not_opened
begin_testing!: *
end_testing: *
begin_suspension!&: investigating ready
end_suspension: *
begin_public_notice!: *
end_public_notice: *
begin_refund_order!: *
end_refund_order: *
finish_investigation: investigating > review
back_to_investigation!: review reviewed statement ready > investigating
review: review > reviewed
ask_assistance: *
answer_assistance: *
set_officers!&: *
add_evidence: *
preserve!&: clue investigating
settle_preserved: *
lapse_preserved~: *
seal!&: clue investigating
extend_seal!&: *
end_seal: *
seal_pyramid!&: clue investigating
extend_seal_pyramid!&: *
end_seal_pyramid: *
serve_notice: reviewed > noticed
state: noticed > statement
waive: noticed > ready
lapse_statement~: noticed > ready
ask_hearing: noticed statement > hearing
convene_hearing: hearing
hold_hearing: hearing > statement
withdraw_hearing: hearing > statement
consider_statement!: statement > ready
discuss: ready
extend!&: *
set_term!&: *
decide!&: ready > decided
not_penalise!&: investigating reviewed ready > not_penalised
transfer!&: clue investigating review reviewed ready > transferred
begin_public_service!: decided
serve: decided > served
serve_by_notice~: decided > served
pay: served
defer!&: served
reconsider: served executed
uphold_reconsideration!: served executed
annul_reconsideration!: served executed > annulled
sue: served executed
uphold_lawsuit!: served executed
annul_lawsuit!: served executed > annulled
revoke!&: decided served executed > annulled
end_challenge~: served executed
demand: served
apply_court&: served
execute: served > executed
end_execution!&: served > executed
push: decided served executed
publish: decided served executed
withdraw_publication: annulled closed
end_display~: served executed closed
close: executed annulled not_penalised > closed

measure final dropped lifted expired
open: - > drafted
drop!: drafted > dropped
decide!&: drafted > decided
notify: decided
publish: decided
report_authority: decided
lift!&: decided > lifted
expire~: decided > expired
unpublish~: lifted expired

appeal final withdrawn closed
open: - > received
add: received reviewing
ask_person: received reviewing
take: received > reviewing
uphold!: reviewing > upheld
change!: reviewing > changed
lift!: reviewing > lifted
withdraw: received reviewing > withdrawn
tell~: upheld changed lifted > closed

order final cured revoked referred
open: - > drafted
issue!&: drafted > issued
drop!: drafted > revoked
serve: issued
extend!&: issued not_cured
report_cure: issued not_cured > reported
confirm_cure: issued reported not_cured > cured
deny_cure!: issued reported not_cured > not_cured
to_case!&: issued not_cured > referred
revoke!&: issued reported not_cured > revoked
note_overdue~: issued

notice final closed dropped referred
open: - > drafted
send!&: drafted > sent
drop!: drafted > dropped
answer: sent answered > answered
extend!: sent
note_silence~: sent
refer!&: sent answered > referred
close!: sent answered > closed

recall final closed no_defect
open: - > reported
stop_sale: reported planned running
file_plan: reported > planned
order!&: reported > planned
no_defect!&: reported > no_defect
tell_consumers: planned running > running
progress: running
finish: running > finished
not_enough!: finished > running
publish: planned running finished
close!&: finished > closed
unpublish: closed

referral final declined withdrawn done
open: - > offered
take: offered > taken
decline!: offered > declined
give_back!: taken > returned
offer_again!: returned > offered
withdraw!: offered returned > withdrawn
report_result: taken > done

draw final finished void
open: - > planned
commit_lists: planned > listed
commit_seed: listed
close_commits: listed > committed
reveal_seed: committed
draw: committed > drawn
assign_inspectors: drawn > assigned
record_result: assigned
finish: assigned > finished
void!&: planned listed committed drawn > void

unlock final refused expired revoked
open!: - > requested
grant!: requested > granted
refuse!: requested > refused
look!: granted
revoke!: granted > revoked
expire~: requested granted > expired
`;

/**
 * Terms: the clock, the deadline of the pack (`=` and a field: a step sets the day), the steps it
 * runs from with the field that may hold the day, what is left out, the steps that extend it
 * (`@`: to the day of their field `until`). `#`: each item has its own.
 */
export const slowClocks = `
complaint acceptance complaint.acceptance open:received_on
complaint mediation complaint.mediation accept -testing
complaint result complaint.result end withdraw
complaint clue# complaint.clue find_clue -testing +extend_clue
complaint dispute complaint.competence begin_dispute
report check case.filing open:received_on add_facts -testing +extend
report told report.told open_case not_open
case check case.filing open:clue_on add_facts -testing +extend_check
case limitation case.limitation open:act_ended_on
case limitation_grave case.limitation-grave open:act_ended_on
case decision case.decision open_case -testing -suspension
  -hearing -public_notice -refund_order +extend @set_term
case preserved# case.preserved-evidence preserve
case seal# case.seal seal -testing +extend_seal
case seal_pyramid# case.seal-pyramid seal_pyramid +extend_seal_pyramid
case assistance# case.assistance ask_assistance
case review case.review finish_investigation
case statement case.statement serve_notice:served_on
case hearing_notice case.hearing-notice convene_hearing:hearing_on
case service case.service decide
case public_service case.public-service begin_public_service
case payment case.payment serve:served_on serve_by_notice:served_on @defer
case reconsideration case.reconsideration serve:served_on serve_by_notice:served_on
case lawsuit case.lawsuit serve:served_on serve_by_notice:served_on
case lawsuit_after case.lawsuit-after-reconsideration uphold_reconsideration:ended_on
case demand case.demand demand
case court case.court end_challenge:ended_on uphold_lawsuit:ended_on
case publication case.publication decide
case push case.publication-push decide
case pushed case.publication-pushed push
case withdrawal case.publication-withdrawn annul_reconsideration:ended_on
  annul_lawsuit:ended_on revoke
case display case.display publish
case display_minor case.display-minor publish
case closing case.closing execute end_execution not_penalise
measure publication measure.publish decide
order cure =due_on issue @extend
notice answer =answer_by send @extend
`;
