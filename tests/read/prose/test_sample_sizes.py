"""The size of a sample, told in many ways among other numbers; left out where two sizes stay as likely."""

import pytest

from evidence.read.markdown import to_source
from evidence.read.prose import understand
from evidence.read.prose.samples.counts import counts
from evidence.read.prose.samples.sample import sample
from tests.read.prose.test_numbers import said


def size(text: str) -> str | None:
    found = sample(said(text, section="Method"))
    return str(found.value.n) if found and found.value.n else None


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Participants were three hundred and six (306) tenth graders of four schools. The parents of 14 others declined.", "306"),
        ("The sample comprised one thousand and forty (1,040) apprentices.", "1040"),
        ("We used data of round 7 of the Panel of Bakers. Of the 2,412 persons interviewed, 2,190 were in work; after listwise deletion the analytic sample contained 2,034 persons.", "2034"),
        ("Round 9 of the European Leisure Survey was used. The Norwegian file holds 1,406 respondents. Cases with missing values on any variable (n = 93) were deleted, so that N = 1,313.", "1313"),
        ("Half of the sample (n = 300) was used for the exploratory and the other half (n = 300) for the confirmatory analysis; in total 600 nurses had answered.", "600"),
        ("The total sample (N = 644) was split at random into a calibration sample (n = 322) and a validation sample (n = 322).", "644"),
        ("Mothers and their adolescent children were visited at home. Both members of 302 dyads filled in the booklet.", "302"),
        ("Questionnaires were distributed among 500 teachers. 431 teachers returned them, but 19 had answered fewer than half of the items. The final analyses therefore include 412 teachers.", "412"),
        ("At Time 1, 812 employees answered; at Time 2, 640 of them did so again; and 511 took part in all three waves. The longitudinal analyses are based on these 511 employees.", "511"),
        ("A priori power analysis indicated that 242 participants would be needed. We therefore recruited 300 participants, of whom 18 failed the attention check. The final sample was 282.", "282"),
        ("Of 700 invitations in Norway, 312 could be used. In Spain, 650 invitations led to 274 usable questionnaires. The sample thus comprises 586 bakers.", "586"),
        ("The analysis of 427 questionnaires led to the results of Table 3.", "427"),
        ("The model was run with data from 258 players of 14 bands.", "258"),
        ("Of 702 families asked, 389 took part. 23 were excluded, and 366 families are analysed.", "366"),
        ("Responses came from 384 bakers. Others who studied cakes (N = 392) found price to be more important.", "384"),
        ("Responses of 402 bakers were subjected to regression with Willingness to recommend as dependent variable.", "402"),
        ("The approach was used for the 322 guests. Price had been found to moderate in a study of 640 bakers; here it did not.", "322"),
        ("An older study of 808 shoppers showed little. The model was tested on 363 buyers.", "363"),
        ("243 exporters responded. The scales were adapted from Doe et al. (2013), who had a sample of 828 firms.", "243"),
        ("We surveyed 387 registered users of an oven-sharing platform.", "387"),
        ("This article, originally a conference paper, rests on a sample of 254 buyers.", "254"),
        ("The research uses census sampling of all 96 employees of a bakery.", "96"),
        ("Bakers were contacted by their managers, and 356 of them (68 per cent) handed in a complete questionnaire.", "356"),
        ("At twelve months 284 bakers were visited at home and filled in the form.", "284"),
        ("Bakers of four towns took part (N = 338).", "338"),
        ("Two weak items were removed and the model was run again (N = 323).", "323"),
        ("The criterion of shared variance and the heterotrait-monotrait ratio were applied to the 261 answers.", "261"),
        ("Bootstrapping with 1,000 re-samples was done on 208 cases.", "208"),
        ("The cohort had 640 members, of whom 263 had given up by month twelve.", "640"),
        ("Interviews were held with 556 persons. A survey of 1,800 residents of another town had found little.", "556"),
        ("The measure was pilot-tested with 52 students. In the main survey 418 students participated.", "418"),
        ("Of the 377 forms that were returned, 21 were blank. Hence we had 356 forms to work with.", "356"),
        ("In total, N = 733 pupils (51% girls) from 34 classes in 9 schools filled in the questionnaire.", "733"),
        ("We gathered 733 questionnaires. Of these 12 were incomplete and 9 were duplicates. We thus ended with 712 observations.", "712"),
        ("The population consists of 3,200 clerks. With Cochran's formula a sample of 343 clerks was needed. 400 forms were handed out and 361 valid ones came back.", "361"),
        ("According to Krejcie and Morgan's table, 341 clerks are sufficient for a population of 3,000. A total of 380 clerks were sampled and 352 responded.", "352"),
        ("The study population comprised all 640 nurses of the hospital. A random sample of 240 nurses was drawn, all of whom answered.", "240"),
        ("A convenience sample of 240 nurses answered the questionnaire.", "240"),
        ("Data came from 240 nurses (181 women and 59 men).", "240"),
        ("The survey was sent to 2,000 households selected at random, with 612 responding (30.6%). Excluding 41 households without children, 571 remained.", "571"),
        ("612 out of 2,000 households responded.", "612"),
        ("Of the 700 employees, 534 (76.3%) returned the survey.", "534"),
        ("In a sample of 1,284 pupils nested in 61 classes, bullying was related to mood.", "1284"),
        ("Thirty-eight supervisors and 291 of their employees took part. Analyses were conducted at the level of employees (N = 291).", "291"),
        ("We asked 18 experts about the items. The survey then ran for three weeks and drew 466 complete answers.", "466"),
        ("Jansen (2009) surveyed 1,203 Dutch soldiers. Soldiers of two Chilean regiments took part in ours (N = 466).", "466"),
        ("The link was clicked 1,812 times; 1,034 persons began and 802 ended the questionnaire. After removal of 36 speeders, 766 data sets entered the analysis.", "766"),
        ("After the removal of speeders (n = 36), 766 data sets were left.", "766"),
        ("Sample size: 766 gardeners.", "766"),
        ("Our respondents were 766 gardeners from 12 allotment clubs.", "766"),
        ("A stratified sample of gardeners (N=766) was interviewed by telephone.", "766"),
        ("Altogether 766 persons between 19 and 83 years of age were questioned.", "766"),
        ("To test non-response bias, the first 100 and last 100 respondents were compared. The 766 respondents did not differ.", "766"),
        ("The sample included 605 students: 310 in Spain and 295 in Poland.", "605"),
        ("The model was run with 310 cases and 5,000 bootstrap samples.", "310"),
        ("We mailed 1,500 questionnaires in 2009. In 2010 a reminder followed. 402 came back; 27 could not be used. The usable number was 375, a rate of 25%.", "375"),
        ("Matched data were available for 375 firms.", "375"),
        ("Financial data for 375 listed firms over 10 years were taken from Compustat, which gave 3,750 firm-year observations.", "3750"),
        ("Interviews with 375 managing directors were held.", "375"),
        ("We assigned 375 volunteers at random to three conditions (125 each).", "375"),
        ("Students received 2 credits. 375 students signed up, 12 did not show up, and 8 were removed for suspicion, resulting in 355 participants.", "355"),
        ("The company employs 1,200 people. We surveyed 355 of them.", "355"),
        ("355 usable data sets were available in the end.", "355"),
        ("400 questionnaires were collected; as 45 were discarded, 355 were left.", "355"),
        ("Sebanyak 212 responden mengisi kuesioner.", "212"),
        ("A amostra foi composta por 384 professores.", "384"),
        ("The sample size of 384 exceeded the minimum of 200 recommended by Kline (2011).", "384"),
        ("A sample of 150 to 400 is usually suggested. Our 384 customers lie within this range.", "384"),
        ("Of the children, 384 were tested, 201 of them girls.", "384"),
        ("We invited 512 pupils. Consent was given by the parents of 397; 13 pupils were ill. This left 384.", "384"),
        ("These procedures yielded responses from 384 households.", "384"),
        ("This reduced the number of cases from 431 to 384.", "384"),
        ("The survey yielded 431 responses, 384 of which were complete.", "384"),
        ("The survey of 384 anglers shows that trust matters.", "384"),
        ("An online survey (N = 384) was conducted.", "384"),
        ("Partial least squares was applied to responses by 384 anglers.", "384"),
        ("384 anglers rated their trust.", "384"),
        ("We test the model with a cross-sectional survey in which 384 anglers participated.", "384"),
        ("The respondents, 384 in all, were anglers.", "384"),
        ("There were 384 respondents.", "384"),
        ("The final number of participants was 355.", "355"),
        ("Final n=355.", "355"),
        ("We used a daily diary. 118 employees from 14 firms were enrolled, and 104 of them completed at least three of the five daily surveys, which gave 487 daily observations. Because the variables of interest vary between persons, the hypotheses were tested at the person level (N = 104).", "104"),
        ("Couples were recruited in maternity wards. In total 260 couples signed up; 218 couples (436 individuals) answered both booklets and form the basis of the analysis.", "218"),
        ("The data stem from the 2016 wave of the Health Monitor, a representative survey of 5,012 adults. We restricted the sample to persons in paid work (n = 2,733); 211 of these had missing data on at least one scale. The analyses are thus based on 2,522 persons.", "2522"),
        ("Pupils were tested three times. At the first occasion 641 pupils took part, at the second 602 and at the third 571. Missing values were dealt with by full information maximum likelihood, so all 641 pupils were retained.", "641"),
        ("Missing data were imputed, so that all 641 cases could be used.", "641"),
        ("An exploratory factor analysis was carried out on 220 undergraduates before the main study. The main study involved 415 other undergraduates.", "415"),
        ("In Study 1 (N = 180), students rated ads. In Study 2 (N = 240), shoppers did. In Study 3, 310 panel members took part. In total, 730 persons participated in the three studies.", "730"),
        ("Questionnaires were handed to all 38 teachers and 912 pupils of the school. 871 pupils and 33 teachers returned them. Only pupils are considered here. After 16 pupils had been dropped for missing answers, 855 were left.", "855"),
        ("The register lists 4,410 firms. We drew 1,000 at random. 97 letters came back as undeliverable; of the other 903, 268 answered. As 12 of these had fewer than 10 staff, the sample shrank to 256.", "256"),
        ("Participants were recruited by a market research firm. Quotas for age and sex were set. 1,340 people started the survey; 228 were excluded by the quotas, 57 failed the attention check and 55 were removed as speeders. N = 1,000 remained.", "1000"),
        ("Interviewers visited 450 households in 15 villages. In 38 nobody was at home and 12 refused, hence 400 interviews were held.", "400"),
        ("The number of respondents was 400, that is, 88.9% of the households visited (450).", "400"),
        ("The instrument was tried out with 35 farmers. Changes were minor. The farmers of 15 villages were then interviewed (400 persons).", "400"),
        ("The number of bakers in the state fell from 50,000 to 40,000. Forms were mailed to all 700 bakers of the towns. Usable forms were had from 350 bakers (50.0%).", "350"),
        ("The sampling frame was a list of 2,300 alumni. Every fourth was chosen (575), and 214 responded, for a response rate of 37.2%.", "214"),
        ("Of the 575 alumni chosen, 214 responded (37.2%); the answers of nine were unusable, so that the effective sample size is 205.", "205"),
        ("With 205 usable answers the response rate was 35.7%.", "205"),
        ("The study is based on 205 alumni.", "205"),
        ("205 alumni were included.", "205"),
        ("Alumni were 205 in number.", "205"),
        ("There were 112 women and 93 men in the sample (N = 205).", "205"),
        ("The sample of the study is 205 alumni who left college between 1990 and 2000.", "205"),
        ("Two hundred and five alumni met the criteria and were included.", "205"),
        ("Altogether, 575 mails were sent and 205 replies received.", "205"),
        ("205 answers were received.", "205"),
        ("The survey ended with 205 participants.", "205"),
        ("The questionnaire was answered in full by 205 alumni.", "205"),
        ("The minimum number of cases was 119; our 205 cases are well above it.", "205"),
        ("Our sample (205) is larger than the 119 cases required.", "205"),
        ("The 12 scenarios were rated by 205 participants, each of whom saw four (820 observations).", "205"),
        ("Eleven multivariate outliers were deleted from the 205 cases (N = 194).", "194"),
        ("Data were available from 205 alumni, but 11 had to be left out, so the model was computed with 194.", "194"),
        ("Data were collected online (n = 310) and on paper (n = 640), 950 questionnaires in total.", "950"),
        ("The 950 respondents include 310 students.", "950"),
        ("Students (n = 310) were left out, and 640 employees were kept.", "640"),
        ("The survey was completed by 950 people, from which 48 were eliminated for inconsistent answers. Therefore, 902 responses were considered.", "902"),
        ("This article uses a sample of 902 Chilean voters, surveyed face to face.", "902"),
        ("The authors surveyed 902 voters.", "902"),
        ("Nine hundred and two voters were polled.", "902"),
        ("A total of 1,773 voters (902 in Chile and 871 in Peru) were polled.", "1773"),
        ("The unit of analysis is the store. 48 of 60 stores took part; in each between 5 and 20 clerks filled in the form (612 in all). Answers were aggregated to the store (n = 48).", "48"),
        ("In 48 stores, 612 clerks filled in the form.", "612"),
        ("In the city of Trondheim there are 212,000 inhabitants. 612 inhabitants replied.", "612"),
        ("In 2014, 612 visitors were asked.", "612"),
        ("The firm sold 1,850 tickets; 612 buyers filled in the card.", "612"),
        ("612 questionnaires were completed correctly.", "612"),
        ("2,450 buyers received the link; 612 valid answers (25.0%) were registered.", "612"),
        ("AMOS 24 was used to analyse the answers (N = 612).", "612"),
        ("This study, in which 612 buyers took part, tests the model.", "612"),
        ("Participants, 612 buyers of tickets, rated trust.", "612"),
        ("The size of the sample was 612.", "612"),
        ("With a sample size of 612, power was above .95.", "612"),
        ("Given 612 cases, the chi-square test was significant.", "612"),
        ("The critical N of Hoelter was 214; the sample had 612 cases.", "612"),
        ("Data collection lasted 14 weeks and brought in 612 forms, of which 24 were incomplete (588 used).", "588"),
        ("356 tenants of social housing estates.", "356"),
        ("Standardised weights, 356 tenants.", "356"),
        ("Some 356 tenants replied.", "356"),
        ("The number of valid cases was 356.", "356"),
        ("Tenants of 12 estates were asked, 356 altogether.", "356"),
        ("Tenants (n = 356) of 12 estates answered.", "356"),
        ("The data cover 356 tenants.", "356"),
        ("Using data from 356 tenants, we show that trust matters.", "356"),
        ("Using responses from 356 tenants in Leeds, the model was tested with PLS.", "356"),
        ("We tested this with 356 tenants.", "356"),
        ("A paper questionnaire was administered to 356 tenants.", "356"),
        ("PLS-SEM was used to analyse 356 responses.", "356"),
        ("An analysis of 356 responses by PLS-SEM confirmed the model.", "356"),
        ("Survey results from 356 tenants support the model.", "356"),
        ("A web survey yielded 356 answers.", "356"),
        ("A web survey drew 356 responses.", "356"),
        ("The final path model (n = 356) is shown.", "356"),
        ("OLS regression with robust errors, 356 tenants.", "356"),
        ("The regressions use 356 observations.", "356"),
        ("356 observations were used in each regression.", "356"),
        ("The number of observations is 356.", "356"),
        ("Correlations (N = 356) are shown.", "356"),
        ("Means and standard deviations of 356 tenants are shown.", "356"),
        ("These 356 tenants had lived there for 4 years.", "356"),
        ("356 low-income, elderly tenants filled in a diary.", "356"),
        ("356 pairs of tenants and landlords filled in a diary.", "356"),
        ("356 work teams were studied.", "356"),
        ("The sample consisted of 356 teams with 2,014 members.", "356"),
        ("2,014 members of 356 teams participated.", "2014"),
        ("We used data from 356 Chinese listed companies.", "356"),
        ("Managing directors of 356 companies filled in the form.", "356"),
        ("The sample of 356 companies was taken from a register of 12,000 companies.", "356"),
        ("Of the 1,800 companies approached, 356 (19.8%) took part.", "356"),
        ("The survey was answered by 371 companies, 15 of which were excluded; the remaining 356 are analysed here.", "356"),
        ("The 371 responses were screened; 15 were dropped. Analyses use n = 356.", "356"),
        ("Of the 371, 15 were dropped, and thus 356 were used.", "356"),
        ("371 companies responded, of which 356 gave complete answers.", "356"),
        ("356 (96.0%) of the 371 answers were complete.", "356"),
        ("Valid n = 356.", "356"),
        ("Listwise N = 356.", "356"),
        ("With listwise deletion, 356 cases remained.", "356"),
        ("After listwise deletion, the N for the regressions was 356.", "356"),
        ("356 employees and their 61 leaders were surveyed.", "356"),
        ("The final sample consisted of 61 leaders and 356 employees.", "356"),
        ("We surveyed 356 employees from 61 groups.", "356"),
        ("At T1, 512 nurses took part; at T2, 401; at T3, 356. Those with data at all three times were used (n = 356).", "356"),
        ("We collected data in two waves. 512 nurses completed the first survey. Six weeks later, 371 completed the second. After deleting 15 careless ones, the final sample is 356.", "356"),
        ("Nurses (356 women and 41 men; N = 397) of 12 wards answered.", "397"),
        ("356 were women and 41 were men; 397 nurses in total.", "397"),
        ("89.7% of the 397 respondents were women.", "397"),
        ("187 students enrolled in 8 sections of a course took part for extra credit; 6 were dropped. Thus n = 181.", "181"),
        ("Undergraduates of psychology (N = 181, 75% women) took part.", "181"),
        ("One hundred and eighty-one undergraduates took part.", "181"),
        ("A hundred and twenty undergraduates took part.", "120"),
        ("The experiment was run with 181 undergraduates; 44 to 46 per cell.", "181"),
        ("Across both experiments, 181 students took part.", "181"),
    ],
)  # fmt: skip
def test_the_size_is_found_among_other_numbers(text: str, n: str) -> None:
    assert size(text) == n


@pytest.mark.parametrize(
    "text",
    [
        "Study 1 included 210 students; Study 2 included 304 adults.",
        "Sample A consisted of 210 bakers and Sample B of 304 millers.",
        "Early (n = 380) and late respondents (n = 386) were compared.",
        "Data were collected from 310 Spanish and 295 Polish students.",
        "The Spanish sample consisted of 310 students, the Polish sample of 295 students.",
        "We discarded 45 of the 400 questionnaires.",
        "400 questionnaires were collected, 45 of which had to be discarded.",
        "Two samples were drawn. The first, of 220 undergraduates, served for the exploratory factor analysis, and the second, of 415 undergraduates, for the confirmatory one and the structural model. All results below refer to the second sample.",
        "Data were collected online (n = 310) and on paper (n = 640).",
        "310 persons answered online and 640 on paper.",
        "902 voters in Chile and 871 in Peru were polled.",
        "We studied 48 stores and 612 clerks.",
        "Wave 1 had 512 nurses and Wave 2 had 356. Attrition was not selective.",
        "512 nurses answered at T1 and 356 at T2.",
        "Nurses (356 women and 41 men) of 12 wards answered.",
        "Among the 397 nurses, 356 were women.",
        "There were 356 female and 41 male nurses.",
        "The respondents were mostly women (356, or 89.7%).",
        "Most respondents (356) were women.",
        "In Experiment 1, 90 students took part, and in Experiment 2, 91.",
        "Experiments 1 and 2 had 90 and 91 participants, respectively.",
        "Moderation was tested for men (n = 90) and women (n = 91).",
        "The group of high users (n = 90) and that of low users (n = 91) were compared.",
        "High users (90) and low users (91) were compared.",
        "A median split gave 90 high users and 91 low users.",
    ],
)  # fmt: skip
def test_groups_and_studies_without_their_sum_are_no_sample(text: str) -> None:
    assert size(text) is None


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("共向四所高校的大学生发放问卷600份，回收572份，剔除无效问卷31份后，有效问卷541份，有效率为94.6%。", "541"),
        ("以某市三所中学的1126名学生为被试，其中男生560人，女生566人。", "1126"),
        ("选取安徽省8所小学教师进行调查，发出问卷500份，收回有效问卷462份。其中男教师121人，女教师341人。", "462"),
        ("最终获得有效样本413个，其中男性占48.2%。", "413"),
        ("初测样本为210名大学生；正式施测样本为655名大学生。", "655"),
        ("两周后对其中60人进行重测。共有655名大学生参加了正式调查。", "655"),
        ("两次调查均参加的被试共512人。", "512"),
    ],
)  # fmt: skip
def test_chinese_sizes(text: str, n: str) -> None:
    assert size(text) == n


def test_the_stages_are_told_apart() -> None:
    found = sample(
        said(
            "We sent 900 forms; 410 came back, 12 of which were blank. The remaining 398 were analysed.",
            section="Method",
        )
    )
    assert found is not None
    assert (found.value.distributed, found.value.collected, found.value.valid, found.value.n) == (
        "900",
        "410",
        "398",
        "398",
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("two hundred and six (206) young middle managers replied", [(206, "managers", "people")]),
        ("one thousand two hundred bakers", [(1200, "bakers", "others")]),
        ("in 2014, f(1, 258) = 84.6, table 12, 5-point scales, 40% of 312 pupils", [(312, "pupils", "people")]),
        ("clerks (612) of 48 stores", [(612, "clerks", "others"), (48, "stores", "units")]),
        ("after 24 months", [(24, "months", "things")]),
    ],
)
def test_numbers_and_what_they_count(text: str, read: list[tuple[int, str, str]]) -> None:
    assert [(c.value, c.noun, c.kind) for c in counts(text, spelled=True)] == read


def understood(text: str) -> str | None:
    found = understand(to_source(text.encode())).samples
    return str(found[0].value.n) if found and found[0].value.n else None


def test_captions_notes_and_rows_of_tables_tell_the_size() -> None:
    rows = "| Predictor | M1 | M2 |\n|---|---|---|\n| Calm | .21 | .19 |\n| Haste | .11 | .12 |\n"
    assert understood(f"# Calm\n\nTable 1. Regression of joy (356 tenants)\n\n{rows}") == "356"
    assert understood(f"# Calm\n\nTable 1. Regression of joy\n\n{rows}| Observations | 356 | 356 |\n") == "356"
    assert understood(f"# Calm\n\nTable 1. Regression of joy\n\n{rows}| N | 356 | 340 |\n") is None
    assert understood(f"# Calm\n\nTable 1. Regression of joy\n\n{rows.replace('M1', 'All (n = 356)')}") == "356"
    assert understood(f"# Calm among 356 tenants\n\nTable 1. Regression of joy\n\n{rows}") == "356"


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("571 questionnaires were effective; 286 of them were used for the exploratory factor analysis.", "571"),
        ("Initial questionnaire: 210 copies were sent out, 198 were effective. Formal questionnaire: 640 were sent out, 571 were effective.", "571"),
        ("331 of the 349 questionnaires returned were valid, an effective rate of 94.8%.", "331"),
        ("The survey was conducted in 41 schools (1,791 pupils).", "1791"),
        ("The 281-person sample was mostly urban.", "281"),
        ("The panel has 281 firm-years.", "281"),
        ("We asked 300 bakers; those who needed less than 90 seconds were dropped, and 261 bakers remained.", "261"),
        ("The form needed less than ten minutes, and 312 bakers filled it in.", "312"),
        ("The answers of 312 bakers hold little missing data.", "312"),
        ("The 312 answers include several missing values.", "312"),
        ("The data of 312 bakers contain some missing values.", "312"),
        ("We wrote to 1,000 bakeries. As 83 letters could not be delivered, the effective sample was reduced to 917. The hypotheses were tested on 219 bakeries.", "219"),
        ("The file holds 5,577 bakers. We dropped 49 with no valid answer. The analytic sample therefore contains 5,314 bakers.", "5314"),
        ("We received 214 responses, of which 22 were deleted. Finally, 192 responses were employed for data analysis.", "192"),
        ("Overall, 720 persons, 240 from each generation, were surveyed.", "720"),
        ("In the pilot study 40 bakers took part. In the main study 534 bakers took part.", "534"),
        ("Results from 241 bakers led to the acceptance of H1.", "241"),
        ("After eliminating invalid ones 331 were obtained; 349 had been collected.", "331"),
    ],
)  # fmt: skip
def test_parts_and_earlier_stages_are_not_the_sample(text: str, n: str) -> None:
    assert size(text) == n


def _sizes(text: str) -> dict[str, str]:
    page = f"# On bread\n\n## Method\n\n{text}\n"
    (found,) = understand(to_source(page.encode())).samples
    told = {name: getattr(found.value, name) for name in ("n", "distributed", "collected", "valid_rate_pct")}
    return {name: str(value) for name, value in told.items() if value}


def test_the_rate_of_those_returned_is_not_that_of_the_valid_ones() -> None:
    text = (
        "We distributed 620 questionnaires. In total, 508 were returned (response rate {}%). "
        "After the exclusion of 41 questionnaires, 467 valid responses remained."
    )
    assert "valid_rate_pct" not in _sizes(text.format("81.9"))
    assert _sizes(text.format("75.3"))["valid_rate_pct"] == "75.3"
    assert _sizes(text.format("60.1"))["valid_rate_pct"] == "60.1"  # what contradicts both is kept, and flagged


@pytest.mark.parametrize(
    ("told", "sent", "back"),
    [
        ("Cards were given to 400 bakers. 311 came back (return rate 77.8%).", "400", "311"),
        ("Of 1,120 cards, 431 led to a completed questionnaire (response rate 38.5%).", "1120", "431"),
    ],
)
def test_a_rate_beside_the_two_numbers_it_is_the_share_of_tells_them(told: str, sent: str, back: str) -> None:
    sizes = _sizes(f"{told} After the exclusion of incomplete answers, 286 questionnaires were analysed.")
    assert sizes == {"n": "286", "distributed": sent, "collected": back}


def test_a_rate_of_the_answers_analysed_stays_theirs() -> None:
    text = "We sent 400 cards, and 311 came back. We analysed 286 questionnaires (effective response rate 71.5%)."
    assert _sizes(text)["valid_rate_pct"] == "71.5"


def test_no_more_came_back_than_were_sent_where_another_number_is_told() -> None:
    text = (
        "A list of 2150 enterprises was obtained, from which 650 were drawn. Questionnaires were distributed to these "
        "650 enterprises. In total 311 questionnaires were returned, and 274 questionnaires were used for the analysis."
    )
    assert _sizes(text)["collected"] == "311"


@pytest.mark.parametrize(
    "dropped",
    [
        "The answers of bakers could not be matched with those of the second wave of the survey (n = 31).",
        "Forms that could not be matched with the forms of the second wave of our survey (n = 31) are not used.",
    ],
)
def test_those_that_could_not_be_matched_are_no_sample(dropped: str) -> None:
    assert size(dropped) is None
    assert size("Bakers whose answers could be matched with those of the first wave (n = 231) stayed.") == "231"


@pytest.mark.parametrize(
    "aside",
    [
        "Leaving out the 27 bakers who had moved changed nothing.",
        "Excluding 27 bakers did not alter the results.",
        "Without these 27 bakers we found the same results.",
        "Dropping all 27 bakers of the south made no difference.",
        "Without these 27 bakers the results were the same.",
    ],
)
def test_those_who_are_left_out_to_see_whether_results_hold_are_no_sample(aside: str) -> None:
    assert size(aside) is None
    assert size(f"The study was done with 310 bakers. {aside}") == "310"


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Excluding 27 bakers, 283 bakers remained.", "283"),
        ("We asked 27 bakers, and we found the same results.", "27"),
        ("The town did its baking without the 27 bakers who took part.", "27"),
    ],
)
def test_those_who_stayed_or_were_asked_are_a_sample(text: str, n: str) -> None:
    assert size(text) == n


def test_what_begins_with_naught_is_no_size() -> None:
    assert (
        size("A total of 168 respondents took part. The item with a loading of 0,653 was kept in the analysis.")
        == "168"
    )
    assert size("A total of 1,653 respondents took part.") == "1653"


@pytest.mark.parametrize(
    "told",
    [
        "The plant employs 900 bakers, 720 of them men. We surveyed 300 bakers. The response rate was 80%.",
        "In 2019, 640 of the 800 listed bakeries were active. We analysed 300 of them. The effective response rate was 80%.",
    ],
)
def test_other_numbers_whose_share_happens_to_be_the_rate_were_not_sent(told: str) -> None:
    sizes = _sizes(told)
    assert sizes.get("collected") not in ("720", "640")
    assert "valid_rate_pct" in sizes
