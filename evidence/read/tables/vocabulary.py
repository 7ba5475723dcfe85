# ruff: noqa: E501 - one term to a line; an expression broken over lines is harder to check
"""The words papers use for each statistic, as data: a term is a statistic and the expression that names it.

The first term that fits stands, so that the narrower ones (`standardized loading`) come before the wider (`loading`).
Expressions are matched whole, against the words of a heading in lower case (`header.words_of`).
"""

from typing import NamedTuple

__all__ = ["CHINESE", "FIT", "TERMS", "Term"]


class Term(NamedTuple):
    """A statistic and the expression (over normalised words) that names it."""

    statistic: str
    expression: str


FIT = {
    "chi2_df": r"(?:normed chi2?|relative chi2?|(?:minimum )?chi2?(?: ?square)? ?(?:[/÷il|]|to|by|over|divided by) ?\(?d ?\.? ?f\.?\)?|cmin ?[/÷]? ?d\.?f\.?|chi2 degree(?:s)?(?: of)? freedom ratio"
    r"|chi2 ?[/÷] ?degrees? of freedom|ratio of chi2 to (?:df|degrees? of freedom)|q ?[/÷] ?df|s-?b chi2 ?/ ?df|卡方自由度之?比|chi2 ?/ ?gl)",
    "baseline_chi2": r"(?:baseline|independence|null) (?:model )?chi2",
    "baseline_df": r"(?:baseline|independence|null) (?:model )?df",
    "chi2": r"(?:(?:(?:satorra.?bentler|s ?-?b|y-?b|scaled|robust|mlr|wlsmv|model|minimum|yuan.?bentler) ?)*chi2(?: ?\(?(?:value|statistic|x2|s-?b|mlr|scaled|robust)\)?)?|cmin|卡方值?)",
    "df": r"(?:(?:(?:residual|error) )?(?:d ?\. ?f ?\.?|d ?f|degrees? of freedom)(?: ?\(?(?:residuals?|error)\)?)?|g\.?l\.?|自由度)",
    "rmsea_lo": r"(?:rmsea (?:90% ?)?(?:ci )?(?:lower|low|lo)(?: bound| limit)?|lo ?90)",
    "rmsea_hi": r"(?:rmsea (?:90% ?)?(?:ci )?(?:upper|high|hi)(?: bound| limit)?|hi ?90)",
    "rmsea": r"(?:rmsea|root mean square error of approximation|近似误差均方根)",
    "pclose": r"(?:p ?-?close|p of close fit)",
    "cfi": r"(?:cfi|comparative fit index|比较拟合指数|robust cfi)",
    "tli": r"(?:tli|nnfi|tli ?[/(] ?nnfi|nnfi ?[/(] ?tli|tucker.?lewis(?: index| coefficient)?|non.?normed fit index)",
    "pnfi": r"(?:pnfi|parsimon\w+ normed fit index)",
    "pcfi": r"(?:pcfi|parsimon\w+ comparative fit index)",
    "pgfi": r"(?:pgfi|parsimon\w+ goodness.of.fit index)",
    "nfi": r"(?:nfi|normed fit index|bentler.?bonett normed fit index)",
    "ifi": r"(?:ifi|incremental fit index)",
    "rfi": r"(?:rfi|relative fit index)",
    "agfi": r"(?:agfi|adjusted goodness.of.fit(?: index)?)",
    "gfi": r"(?:gfi|goodness.of.fit index)",
    "srmr": r"(?:srmr|standardi[sz]ed root mean(?:.square)? residual|standardi[sz]ed rmr|标准化残差均方根)",
    "rmr": r"(?:rmr|rmsr|root mean.square residual)",
    "aic": r"(?:aic|akaike(?: information criterion)?)",
    "bic": r"(?:bic|bayesian information criterion)",
    "gof": r"(?:gof|goodness of fit)",
    "d_uls": r"(?:d ?[_-]? ?uls|squared euclidean distance(?: ?\(?d_?uls\)?)?)",
    "d_g": r"(?:d ?[ _-] ?g|geodesic distance(?: ?\(?d_?g\)?)?)",
    "rms_theta": r"rms ?[_-]? ?(?:theta|θ)",
}

_P = r"(?:(?:one|two)-? ?tailed p ?-? ?values?|p ?-? ?values?|p|sig\.?(?: ?\(2-?tailed\)| (?:level|value))?|significance(?: level)?|p ?\(2-?tailed\)|prob(?:\.|ability)?(?: (?:level|value))?|pr\(.*\)|p ?> ?\|?[zt]\|?|显著性|p ?值|valor (?:de )?p|nilai p|p ?-? ?werte?|seuil de signification|signifikanz(?:niveau)?|significaci[oó]n|signific[âa]ncia|p ?\(sig\.?\))"
_T = r"(?:t ?-? ?(?:values?|stat(?:istic)?s?\.?|statisti[kc]a?|ratio|test)?(?: ?\(?\|?o/stdev\|?\)?)?|critical ratios?(?: ?\(?[tc]\.?r?\.?\)?)?|t ?值|nilai t|valor t|t ?-? ?werte?|t de student|t ?-?(?:hitung|student|count))"
_Z = r"(?:(?:un)?(?:std\.? ?)?(?:est\.?|estimate|unstd\.?|std\.?|b) ?/ ?s\.? ?e\.?|z ?-? ?(?:values?|stat(?:istic)?s?|scores?)?|wald ?z?|z ?值)"
_LOW = r"(?:(?:bc|bca|boot|bootstrap|bias.corrected|percentile)?,? ?(?:9\d ?% ?)?(?:bc |boot )?(?:ci|c\.i\.),?[ -]?(?:ll|lower|low|lb|lo)(?: ?(?:bound|limit|level))?|(?:ll|lower|low|lb)(?: ?(?:bound|limit))?(?: of)?(?: the)? ?(?:9\d ?% ?)?(?:bc |boot )?ci|9\d ?% ?(?:ll|lcl|lb|lo|lower)|(?:lower,? ?)?\(?0?2\.50? ?%\)?|0?5\.00? ?%|(?:boot(?:strap)? ?)?(?:ll ?ci|lower|lo|low|lower ?(?:limit|bound)s?|ll|lb|2\.5 ?%|5\.0 ?%|5 ?%|下限)(?: ?(?:ci|limit|bound)s?)?|ci ?(?:lower|low|ll|lo|2\.5 ?%|5 ?%).*|(?:9\d ?% )?(?:bc ?)?(?:ci|confidence intervals?)(?: \w+)? ?(?:lower|low|ll)(?: bound| limit)?|percentile 2\.5 ?%?)"
_HIGH = r"(?:(?:bc|bca|boot|bootstrap|bias.corrected|percentile)?,? ?(?:9\d ?% ?)?(?:bc |boot )?(?:ci|c\.i\.),?[ -]?(?:ul|upper|high|ub|hi)(?: ?(?:bound|limit|level))?|(?:ul|upper|high|ub)(?: ?(?:bound|limit))?(?: of)?(?: the)? ?(?:9\d ?% ?)?(?:bc |boot )?ci|9\d ?% ?(?:ul|ucl|ub|hi|upper)|(?:upper,? ?)?\(?97\.50? ?%\)?|95\.00? ?%|(?:boot(?:strap)? ?)?(?:ul ?ci|upper|hi|high|upper ?(?:limit|bound)s?|ul|ub|97\.5 ?%|95\.0 ?%|上限)(?: ?(?:ci|limit|bound)s?)?|ci ?(?:upper|high|ul|hi|97\.5 ?%|95 ?%).*|(?:9\d ?% )?(?:bc ?)?(?:ci|confidence intervals?)(?: \w+)? ?(?:upper|high|ul)(?: bound| limit)?|percentile 97\.5 ?%?)"
_CI = r"(?:(?:rmsea )?9\d ?% ?(?:ci|c\.i\.|conf(?:idence|\.)? ?int(?:ervals?|\.)?)(?: (?:of|for))?(?: the)?(?: rmsea)|rmsea \(?9\d ?% ?ci\)?|(?:bias.corrected |bc |bca |boot(?:strap(?:ped|ping)?)? |percentile )*(?:9\d\.?\d? ?% ?)?(?:bias.corrected |bc ?|bca ?|boot(?:strap(?:ped)?)? ?|percentile )*(?:ci|c\.i\.|cri|hp?di|(?:credib(?:le|ility)|posterior|highest (?:posterior )?density|uncertainty) intervals?|conf(?:idence|\.)? ?int(?:ervals?|\.)?|llci.{0,6}ulci|intervals?)(?: ?\(?9\d ?%\)?)?(?: ?\[?\(?(?:ll|lower|2\.5 ?%).{0,6}(?:ul|upper|97\.5 ?%)\)?\]?)?|置信区间)"
_STD = r"(?:std\.?|std\.(?:all|lv|nox)|stand?\.?|standardi[sz]ed|标准化|stdyx|stdyx std\.?)"

TERMS: tuple[Term, ...] = (
    # what must not be taken for something else
    Term("threshold", r"(?:.*\b(?:threshold|cut.?off|(?<!quality\s)criteri(?:on|a)|recommended|suggested|acceptable|benchmark|reference (?:value|standard|index)|standard value|(?:ideal|desired|acceptance|recommendation|requirement|guideline)s? (?:value|level|range|limit|standard|score|fit|index|indices|interval)s?|(?:values?|levels?|range) of (?:acceptance|recommendation)|good fit|rule of thumb|allowable|evaluation standard|judg\w* standard|fit criteri\w*)\b.*|参考值|标准值?|建议值|评价标准|推荐值|临界值)"),
    Term("difference", r"(?:.*\b(?:differences?|diff\.?|contrasts?)\b.*|(?:(?:r2?|chi2|f|df|cfi|tli|rmsea|aic|bic|%) ?-?)?changes?(?: (?:in|of|statistics?) .*)?|(?:(?:multi-?)?(?:group|model|path|pairwise|sample|mean)s? )?comparisons?(?: (?:of|between|with) .*)?|\|? ?(?:δ|Δ|delta|∆).*|\|[^|]{1,20} [-–−] [^|]{1,20}\||r-? change|r2-? ?change|.*变化量?)"),
    Term("error", r"(?:(?:pls(?:-sem)?|lm|ia|linear model)[ -_]*)?(?:rmse|mae|mape|q ?2 ?_?predict)(?: ?\(?(?:pls(?:-sem)?|lm|ia)\)?)?"),
    Term("msv", r"(?:msv|maximum shared (?:squared )?variance)"),
    Term("asv", r"(?:asv|average shared (?:squared )?variance)"),
    Term("maxr", r"max ?r ?\(h\)"),
    # measurement
    Term("sqrt_ave", r"(?:√ ?ave|(?:the )?(?:square root|sqrt|sq\.? ?rt\.?|root)(?: of)?(?: the)? ?\(?ave\)?s?|ave ?(?:1/2|½)|(?:the )?square root of(?: the)? average variance extracted)"),
    Term("ave", r"(?:a?ves?|(?:average|avg\.?|mean) variances? ?(?:extracted|explained)?(?: ?\(?aves?\)?| ?\(?ρ?vc\)?)?|(?:average )?variance extracted ?\(?(?:ρ|rho)[_ ]?v?c?\)?|(?:ρ|rho)[_ ]?vc?|variance extracted|average (?:variance )?extracted(?: variance)?|convergent validity ?\(?ave\)?|varianza (?:media|promedio) extra[ií]da(?: ?\(?ave\)?)?|vari[âa]ncia m[ée]dia extra[ií]da(?: ?\(?ave\)?)?|variance moyenne extraite|durchschnittlich erfasste varianz(?: ?\(?dev\)?)?|平均方差(?:抽取|提取|萃取)量?(?:值|ave)?|平均变异(?:数)?(?:抽取|萃取)量?(?:ave)?)"),
    Term("rho_a", r"(?:rho[_ ]?a|ρ[_ ]?a|dijkstra.*|reliability rho_?a|composite reliability ?\(?(?:rho|ρ)_?a\)?)"),
    Term("alpha", r"(?:(?:cronbach'?s?'? ?)?(?:coefficient )?(?:α|alphas?)(?: ?(?:coefficients?|values?|value|reliability|\(α\)))?|cronbach'?s?(?: ?[αa])?|(?:coefficient )?alpha ?\(?α?\)?|(?:cronbach'?s? ?)?(?:α|alpha) ?\(?c\.?a\.?\)?|alfa(?: de)? cronbach|alpha (?:de )?cronbach|ca|internal consistency(?: reliability)?|reliability ?\(?(?:α|alpha|cronbach.*)\)?|克朗巴哈系数|信度(?:系数)?)"),
    Term("cr", r"(?:(?:composite|construct|comp\.?) ?(?:scale )?(?:reliabilit(?:y|ies)|rel(?:iab)?\.?)(?: ?(?:index|coefficient|values?))?(?: ?\(?(?:c ?\.? ?r ?\.?|ρ[_ ]?c?|rho_?c?|pc|icr)\)?)?|c ?\. ?r ?\.?|cr|icr|scr|(?:rho_?c|ρ[_ ]?c|ρc)|dillon.goldstein.*|fiabilidad compuesta|confiabilidade composta|fiabilidade comp[óo]sita|reliabilitas komposit|fiabilit[ée] composite|faktorreliabilit[äa]t|组合信度(?:cr)?|组成信度|构建信度|jöreskog.*)"),
    Term("omega", r"(?:mcdonald'?s? ?)?(?:omega|ω)(?: (?:total|coefficient))?"),
    Term("b", r"(?:un|non-?)(?:standardi[sz]ed|std\.?) (?:factor )?loadings?|(?:raw|unst(?:d|and)?\.?) (?:factor )?loadings?"),
    Term("loading", r"(?:.*\b(?:loadings?|λ|lambda)\b.*|factor ?(?:load|weight)s?|std\.? ?loading|s?fl|.*因[子素]载荷.*|载荷(?:量|系数)?|carga(?:s)? factorial(?:es)?|outer ?loadings?)"),
    Term("weight", r"(?:outer weights?|item weights?|weights?)"),
    Term("communality", r"(?:comm[ou]nalit(?:y|ies)(?: ?\(?h2\)?)?|h2|extraction|uniqueness(?:es)?|u2|公因子方差|共同度)"),
    Term("item_total", r"(?:.*item.{0,3}total.*|citc|.*item deleted.*)"),
    Term("indicator_r2", r"(?:smc|squared multiple correlations?|item reliability|indicator reliability)"),
    Term("mean_r", r"(?:average inter-?item correlation|mean inter-?item (?:correlation|r))"),
    Term("item", r"(?:[íi]tem(?:s|es)?|[íi]tens|pernyataan|indikator|(?:measure(?:ment)? )?items?|indicators?|(?:measure(?:ment)?|observ\w+|manifest) (?:variables?|indicators?|index)|item ?(?:codes?|no\.?|numbers?|names?|labels?)|codes?|labels?|代码|题项|测量(?:题目|题项|指标|项)|观[测察]变量|questions?|statements?|measures?|scale items?|measurement|(?:first.order|lower.order) (?:constructs?|factors?|dimensions?)|sub-?(?:dimensions?|constructs?|scales?))"),
    Term("items", r"(?:(?:no\.?|number|n|#|nr\.?) ?(?:of )?(?:the )?(?:items?|indicators?|questions?)|items? ?(?:\(?n\)?|count)|题项数|项数)"),
    # coefficients
    Term("b", r"(?:unstd\.?(?: ?(?:estimates?|β|beta|b|coeff?\w*\.?))?|(?:un|non)-?standardi[sz]ed(?: .*)?|b(?: ?\(unstandardi[sz]ed\))?|非标准化(?:系数|路径系数)?|raw (?:coefficient|estimate))"),
    Term("se", r"(?:s\.?e\.? ?/ ?boot(?:strap)? ?s\.?e\.?|\(boot(?:strap(?:ped)?)?\) ?s\.?e\.?|(?:boot(?:strap)?(?:ping)? ?)?(?:s ?\. ?e ?\.?|se)(?: ?\(?(?:b|β)\)?)?|(?:boot(?:strap)? )?(?:std\.?|standard|stand\.?) ?(?:errors?|err?\.?)(?: ?\(?(?:s\.?e\.?|sterr|stdev)\)?)?|标准误差?|error est[aá]ndar|st[ae]nda?rd? (?:error|fehler)|error padr[ãa]o|erro padr[ãa]o|erreur type|posterior (?:sd|s\.d\.|standard deviation)|standardi[sz]ed errors?|posterior (?:s\.?d\.?|s\.?e\.?|standard (?:deviations?|errors?)))"),
    Term("sd", r"(?:s ?\. ?d ?\.?|sd|(?:std\.?|standard|stand\.?) ?dev(?:iations?|\.)?(?: ?\(?(?:s\.?d\.?|stdev)\)?)?|stdev\.?|σ|标准差|desviaci[oó]n.*|standar deviasi|desvios? padr[ãa]o|desv\.? (?:est|t[ií]p).*|standardabweichung|[ée]cart-? ?type|standard ?deviation)"),
    Term("beta", rf"(?:{_STD} ?(?:path )?(?:regression )?(?:coeff?\.?|coeff?icients?|estimates?|est\.?|effects?|weights?|parameters?(?: estimates?)?|β|beta|b|solution|path|paths|regression weights?|loadings? path|系数|路径系数|回归系数)?s?(?: ?\(?(?:β|beta)\)?)?|(?:path|beta|structural|β) ?-? ?(?:coeff?(?:icients?|s|\.)?|values?|estimates?|weights?|loadings?)(?: ?\(?(?:β|beta|b|std\.? ?beta|original sample)\)?)?|(?:path )?coeff?icients?[ -]+(?:original|initial)|betas?|β(?: ?\(std\.?\))?|path|γ|路径系数|标准化系数|coeficiente(?:s)? path|samp[el]+ asli(?: ?\(o\))?|original ?(?:samples?(?: ?(?:estimates?|values?|coefficients?))?|(?:path )?coefficients?|estimates?)(?: ?\(o\))?|koefisien jalur|pfadkoeffizient(?:en)?|standardisierter? koeffizient(?:en)?|coefficients? (?:standardis[ée]s?|structurels?)|coeficientes? (?:est?andari[sz]ados?|padroni[sz]ados?|estruturais|de caminho|de trayectoria)|std\.(?:all|lv|nox)|stdyx)"),
    Term("indirect", r"(?:(?:specific |total |standardi[sz]ed |conditional |bootstrap(?:ped)? )*indirect ?(?:effects?)?(?: ?\(?a ?[×x*] ?b\)?)?|a ?[×x*] ?b|mediat(?:ion|ing) effects?|间接效应)"),
    Term("direct", r"(?:(?:standardi[sz]ed |conditional )*direct ?(?:effects?)?(?: ?\(?c'?\)?)?|直接效应)"),
    Term("total", r"(?:(?:standardi[sz]ed )?total ?effects?(?: ?\(?c\)?)?|总效应)"),
    Term("vaf", r"(?:vaf(?: ?\(?%\)?)?|variance accounted for|(?:mediation )?proportion mediated|.*proportion of effect.*|relative (?:mediat\w+ |indirect )?effects?(?: ?\(?%?\)?)?|effect (?:ratio|proportion|percentage)s?|ratio of (?:indirect|effect).*|效应占比)"),
    Term("sobel", r"(?:z[ -])?sobel(?:'s)?(?: ?test)?(?: ?z)?(?:-?values?)?"),
    Term("coef", r"(?:coeff?\.?|coeff?icients?(?: values?)?|estimates?|est\.?|posterior (?:mean|median|estimate)s?|sch[äa]tz(?:er|wert)e?|koeffizient(?:en)?|coefficiente?s?|koefisien|effects?(?: size)?|parameters?(?: estimates?)?|regression (?:coefficients?|weights?)|effect ?values?|point ?est(?:imates?|\.)?|weights?|估计值|点估计值|效应值|效应|系数|estimaci[oó]n|estimasi|values? of (?:path )?coefficients?|influence|posterior (?:means?|medians?|modes?))"),
    Term("sample_mean", r"(?:samples? ?mean(?: ?\(m\))?|bootstrap mean)"),
    Term("ci_lo", _LOW),
    Term("ci_hi", _HIGH),
    Term("ci", _CI),
    Term("stars", r"stars?"),
    Term("p", _P),
    Term("t", _T),
    Term("z", _Z),
    Term("f2", r"(?:f ?-?(?:2|square[ds]?)(?: ?\(?effect size\)?)?|effect sizes?(?: ?\(?f ?2\)?)?|cohen'?s? f2)"),
    Term("r2_adj", r"(?:(?:adj(?:usted|\.)?) ?(?:r2|r-? ?squared?)|r2 ?\(?adj(?:usted|\.)?\)?|r ?square ?adjusted|调整r2)"),
    Term("r2", r"(?:r ?-? ?(?:2|squared?)(?: ?values?)?|variance explained|explained variance|coefficient of determination(?: ?\(?r2\)?)?|squared multiple correlations? ?\(?r2\)?|model r2)"),
    Term("q2", r"(?:q ?-?(?:2|squared?)(?: ?\(?.*\)?)?|stone.?geisser.*)"),
    Term("vif", r"(?:(?:inner |outer )?vifs?(?: ?values?)?|variance inflation factors?(?: ?\(?vif\)?)?)"),
    Term("tolerance", r"tolerance"),
    Term("f", r"(?:f|f ?-?(?:values?|statistic|ratio|change))"),
    # verdicts and relations
    Term("verdict", r"(?:befund|ergebnis|validation|d[ée]cision|resultados?|decis(?:ão|i[oó]n)|kesimpulan|keputusan|conclus(?:ão|i[oó]n)|(?:hypothes[ie]s )?(?:results?|conclusions?|decisions?|verdicts?|outcomes?|status|findings?|remarks?|inference|support(?:ed|s)?\??|supported\?|hypothes[ie]s? ?(?:tests?|testing)? ?(?:results?|supported|support|status|decision)|accepted ?/ ?rejected|reject(?:ed)? ?/ ?accept(?:ed)?|support(?:ed)?(?: or not| ?/ ?.*)?|test(?:ing)? results?|(?:results?|conclusions?) of (?:the )?(?:hypothes[ie]s|tests?)(?: test(?:ing)?)?|.*support the hypothesis.*|whether .*support.*|is the hypothesis .*|hypothetical (?:tests?|results?)|verification(?: results?)?|validat(?:ed|ion)|confirm(?:ed|ation)\??|comments?|keputusan|hasil|keterangan|resultado|假设(?:检验)?结果|检验结果|结论|是否(?:支持|成立)|假设 ?结果)|results? of hypothes[ie]s.*)"),
    Term("mediation", r"(?:mediation(?: type)?|type of mediation|mediating (?:type|result)|中介类型)"),
    Term("hypothesis", r"(?:h|hyp\.?|hypoth\.?|propositions?(?: ?(?:no\.?|number))?|(?:research |moderat\w+ |proposed |the )?hypothes[ie]s(?: ?(?:no\.?|number|label|code|#|statement|description))?|theoretical (?:assumptions?|hypothes[ie]s)|assumptions?|hipotesis|hip[oó]tesis|(?:研究)?假设|research assumptions?)"),
    Term("relation", r"(?:pfade?|wirkung(?:en)?|einfluss|pengaruh(?: (?:tidak )?langsung)?|hubungan|caminhos?|trayectorias?|relaciones|rela[çc](?:ão|ões)|statements? of (?:the )?hypothes[ie]s|hypothes[ie]s statements?|(?:hypothes[ie]s? (?:and )?|hypothesi[sz]ed |structural |causal |moderat\w+ |proposed |action |influence |model |research |direct |effect |regression |mediat\w+ |indirect )*(?:paths?(?: ?(?:relations?(?:hips?)?|model|analysis|name|direction|description))?|relations?(?:hips?)?(?: (?:between|among) (?:the )?(?:constructs|(?:latent )?variables|factors|concepts))?|linkages?|links?|effects? path|associations?|paths? ?/ ?relations?(?:hips?)?|influence paths?)(?: ?\(?hypothes[ie]s\)?)?|hubungan|jalur|pengaruh|relaci[oó]n(?:es)?|路径(?:关系)?|hypothes[ie]s (?:and|/|&) ?(?:paths?|relations?(?:hips?)?))"),
    Term("from", r"(?:(?:explained|predicted|influenced|affected|caused|determined) by|independent ?(?:variables?|constructs?)?(?: ?\(?iv\)?)?|ivs?|predictors?(?: variables?)?|exogenous(?: (?:variables?|constructs?))?|antecedents?|from|source|cause|causal variable|explanatory variables?|自变量|determinants?|input variables?|(?:effects?|influences?|impacts?|paths?) (?:of|from)|from (?:the )?(?:variable|construct|factor)|drivers?|(?:influencing|affecting|explaining|predicting) (?:variables?|constructs?|factors?)|regressors?)"),
    Term("to", r"(?:dependent ?(?:variables?|constructs?)?(?: ?\(?dv\)?)?|dvs?|endogenous(?: (?:variables?|constructs?|latent variables?))?|outcomes?(?: variables?)?|to|target|consequen(?:t|ce)s?|criteri(?:on) variables?|因变量|结果变量|(?:(?:effects?|influences?|impacts?) )?(?:up)?on(?: (?:the )?(?:variable|construct|factor))?|to (?:the )?(?:variable|construct|factor)|(?:influenced|affected|explained|predicted|response) (?:variables?|constructs?|factors?)|regressands?)"),
    Term("via", r"(?:mediators?(?: variables?)?|mediating variables?|via|through|中介变量)"),
    Term("sign", r"(?:(?:expected|hypothesi[sz]ed|predicted|proposed|anticipated) (?:signs?|directions?|effects?)|signs?|directions?)"),
    # samples and scales
    Term("percent", r"(?:%|percent(?:age)?s?(?: ?\(?%\)?)?|(?:valid |cumulative |relative )?(?:percent(?:age)?s?|freq\.? ?\(?%\)?)|(?:rate|ratio|share|proportion)s?(?: ?\(?%\)?)|(?:n|no\.?) ?\(?%\)?$|百分比(?: ?[/(（]? ?%[)）]?)?|占比|比例|porcentaje|persentase|frequency ?\(%\)|proportion ?(?:/ ?coefficient)?|.*\(%\))"),
    Term("n", r"(?:n|no\.?|num\.?|numbers?(?: of (?:people|respondents|samples?|persons|cases|participants))?|freq(?:uency|uencies|\.)?(?: ?\(.*\))?|counts?|quantity|sample(?: size)?s?|respondents?|observations?|cases?|频[率数次]|人数|样本数|frecuencia|frekuensi|jumlah|f)"),
    Term("mean", r"(?:m|means?(?: ?(?:values?|scores?|\(m\)))?|averages?(?: scores?)?|average values?|x̄|均值|平均[值数]|media|rata-rata)"),
    Term("skew", r"skew(?:ness)?|偏度"),
    Term("kurt", r"(?:excess )?kurt(?:osis)?|峰度"),
    Term("min", r"min(?:imum)?\.?"),
    Term("max", r"max(?:imum)?\.?"),
    Term("median", r"(?:median|mdn)"),
    Term("eigenvalue", r"eigen ?values?"),
    Term("variance", r"(?:variance|% ?of variance|cumulative.*|explained variance ?\(%\))"),
    Term("consistency", r"(?:raw )?consistency"),
    Term("pri", r"pri(?: consistency)?"),
    Term("raw_coverage", r"raw coverage"),
    Term("unique_coverage", r"unique coverage"),
    Term("coverage", r"coverage"),
    Term("category", r"(?:categor(?:y|ies)|(?:demographic )?(?:characteristics?|variables?|profile|attributes?|information)|options?|groups?|样本分组|基本特征|类别|levels?|classification|items? ?/ ?categor.*)"),
    Term("source", r"(?:sources?|references?|adapted from|authors?|resources?|来源)"),
    Term("construct", r"(?:(?:latent |research |study |main |model |measurement |second.order |higher.order )*(?:constructs?(?: names?)?(?: and identifiers?)?|variables?|factors?|dimensions?|scales?|concepts?|measures?)(?: ?/ ?(?:items?|indicators?|constructs?))?|维度|变量|潜变量|构念|因子|constructos?|variabel|latent)"),
)  # fmt: skip

# Chinese headings, one expression each; tried where no Latin term fits.
CHINESE = {
    "threshold": r".*(?:参考|评价|适配|判断|建议|理想|可接受|临界|推荐)(?:的)?(?:标准|值|指标值|范围)|(?:拟合|检验)?标准值?|参考|接受值",
    "difference": r".*(?:变化|差异|差值).*",
    "sqrt_ave": r".*ave.*(?:平方根|开方).*",
    "ave": r"(?:平均|均)(?:方差|变异)(?:数)?(?:抽取|提取|萃取|析出)?(?:量|值)?(?:\(?ave\)?)?|ave ?值",
    "cr": r"(?:组合|组成|建构|构建|合成|复合|构念)信度(?:cr)?(?:值)?(?:\(?cr\)?)?|cr ?值",
    "alpha": r"(?:克[隆朗]?[巴伦]?[巴赫]*|内部一致性|cronbach'?s? ?)?(?:α|alpha|信度)? ?(?:系数|值)?(?:α)?(?:\(?α\)?)?|cronbach.*(?:系数|值)",
    "loading": r"(?:标准化?)?(?:因[子素])?(?:载荷|负荷|负载)(?:量|值|系数)?|.*因[子素](?:载荷|负荷|负载).*",
    "items": r"(?:题项|项目|条目|题目)(?:数|数量|个数)|项数",
    "item": r"(?:测量|观测|观察|题项|具体)?(?:题项|项目|条目|题目|指标|问项|测项|测度项|变量|代码|编号|内容)(?:内容|代码|编号)?",
    "sample_mean": r"样本均值(?:\(?m\)?)?",
    "b": r"(?:非标准化|未标准化)(?:路径|回归)?(?:系数|估计值?)?(?:\(?b\)?)?",
    "beta": r"标准化(?:后)?(?:的)?(?:路径|回归)?(?:系数|估计值?|效应值?)?(?:\(?[βb]\)?)?|路径系数(?:值|估计)?|β ?(?:值|系数)|标准路径系数|(?:原始|初始)样本(?:值)?(?:\(?o\)?)?|标准化(?:估计值|解)",
    "coef": r"(?:回归|估计)?(?:系数|估计值|效应值|效应量|估计|参数估计|点估计值?|(?:简单)?斜率(?:值|系数)?|(?:中介|间接|调节|条件间接)?效应(?:大小|系数|估计值?))",
    "se": r"(?:boot(?:strap)? ?)?标准误(?:差)?(?:值)?(?:\(?s\.?e\.?\)?)?|误差",
    "sd": r"标准(?:偏)?差(?:\(?(?:sd|stdev)\)?)?",
    "t": r"t ?(?:值|统计量?|检验(?:值|量)?)(?: ?\(.{0,14}\))?|临界比(?:值|率)?(?:\(?c\.?r\.?\)?)?",
    "z": r"z ?(?:值|统计量)",
    "p": r"p ?值|(?:双[尾侧])?显著(?:性|水平|性水平|度|性概率)(?:值)?(?: ?\(?(?:p|双[尾侧])\)?)?|(?:sig\.?|p) ?\(?双[尾侧]\)?|相伴概率",
    "ci_lo": r".*(?:置信区间|ci)?.*下[限界]值?",
    "ci_hi": r".*(?:置信区间|ci)?.*上[限界]值?",
    "ci": r".*置信区间.*",
    "verdict": r"(?:假设|研究|检验|验证|最终)?(?:检验|验证)?(?:结果|结论)|是否(?:支持|成立|接受|通过).*|支持与否|成立与否|对应假设结果",
    "mediation": r"中介(?:类型|结果)",
    "indirect": r"(?:特定|总)?(?:间接|中介)效应(?:值|量)?",
    "direct": r"直接效应(?:值|量)?",
    "total": r"总效应(?:值|量)?",
    "vaf": r"(?:相对)?(?:中介)?效应(?:占比|比例|量占比)",
    "hypothesis": r"(?:研究|对应|原)?(?:假设|假说)(?:编号|内容)?",
    "relation": r"(?:假设|作用|影响|变量|中介|结构|研究|模型|因果|效应)?(?:路径|关系)(?:关系|假设|名称)?",
    "from": r"自变量|预测变量|解释变量|外生变量",
    "to": r"因变量|结果变量|被解释变量|内生变量|效标变量",
    "via": r"中介变量",
    "percent": r"(?:有效|累[计积])?(?:百分比|比例|占比|百分率|构成比|比率)(?: ?[/(] ?%?\)?)?%?",
    "n": r"(?:频[数率次]|人数|样本(?:量|数)?|数量|次数|例数)(?: ?[/(] ?[人份个]\)?)?",
    "mean": r"(?:平?均值|平均[数分])(?:\(?m\)?)?",
    "skew": r"偏度(?:系数)?",
    "kurt": r"峰度(?:系数)?",
    "r2_adj": r"(?:调整|修正)(?:后)?(?:的)?r ?(?:2|方|平方)",
    "r2": r"r ?(?:方|平方)|决定系数|解释(?:度|量|力)",
    "f": r"f ?(?:值|统计量)",
    "construct": r"(?:研究|潜在?|测量|主要)?(?:变量|维度|构念|构面|因子|因素|概念)(?:名称)?",
    "category": r"(?:人口(?:统计)?|基本|个人|样本)?(?:特征|类别|分组|属性|信息|选项|特征变量)(?:变量)?|统计(?:变量|特征)",
    "source": r"(?:参考)?(?:来源|文献|出处)",
}
