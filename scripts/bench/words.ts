/** Parts of generated sentences by language; `{}` stands for one of the things. */
export const words = {
  en: {
    actors: ['The court', 'Parliament', 'A Chinese laboratory', 'The central bank', 'NASA', 'A group of 14 states', 'The health ministry', 'An independent panel', 'The grid operator', 'A consortium of universities', 'The transport regulator', 'The World Bank'],
    verbs: ['has put the cost of its plan at', 'raises its forecast to', 'agrees to cut emissions by', 'delays its rules until', 'says that capacity will grow by', 'now expects losses of', 'opens an inquiry into', 'publishes the first data on'],
    things: ['$294 million', '33 minutes a day', '1.5 degrees', '42 billion euros', '7 per cent by 2030', 'the end of next year', 'a fifth of all cases', 'twelve reactors', 'the ports of the north', 'three million households'],
    frames: ['{} is the figure that officials repeat, though none of the documents explains how it was reached.', 'Critics answer that {} was known for years and that nobody acted on it.', 'The report of 84 pages mentions {} twice, once in a footnote and once in its summary.', 'For people who live nearby, {} matters less than the date on which the work begins.', 'Earlier estimates had spoken of {}, with a margin that nobody disputed at the time.', 'Two of the five members dissented, arguing that {} cannot be compared with what went before.', 'Whether {} will hold depends on the price of gas, on the weather, and on a vote in spring.', 'The agency counted {} in its first survey and rather more in the one that followed.'],
  },
  es: {
    actors: ['El tribunal', 'El Parlamento', 'Un laboratorio chino', 'El banco central', 'La agencia espacial', 'Un grupo de 14 Estados'],
    verbs: ['cifra el coste de su plan en', 'eleva su previsión hasta', 'acuerda reducir las emisiones un', 'aplaza sus normas hasta'],
    things: ['294 millones de dólares', '33 minutos al día', '1,5 grados', '42.000 millones de euros', 'un 7 por ciento antes de 2030', 'tres millones de hogares'],
    frames: ['{} es la cifra que repiten las autoridades, aunque ningún documento explica cómo se obtuvo.', 'Los críticos responden que {} se conocía desde hace años y que nadie hizo nada.', 'El informe, de 84 páginas, menciona {} dos veces, una de ellas en una nota al pie.', 'Para quienes viven cerca, {} importa menos que la fecha en que empiezan las obras.'],
  },
  ar: {
    actors: ['المحكمة', 'البرلمان', 'مختبر صيني', 'البنك المركزي', 'وكالة الفضاء', 'مجموعة من 14 دولة'],
    verbs: ['تقدّر كلفة خطتها بنحو', 'ترفع توقعاتها إلى', 'توافق على خفض الانبعاثات بنسبة', 'تؤجل قواعدها إلى'],
    things: ['294 مليون دولار', '33 دقيقة في اليوم', '1.5 درجة', '42 مليار يورو', '7 في المئة قبل 2030', 'ثلاثة ملايين أسرة'],
    frames: ['ويكرر المسؤولون أن الرقم هو {} من دون أن تشرح الوثائق كيف جرى حسابه.', 'ويرد المنتقدون بأن {} كان معروفًا منذ سنوات ولم يتحرك أحد.', 'ويذكر التقرير الواقع في 84 صفحة {} مرتين، إحداهما في حاشية.', 'أما السكان القريبون فيرون أن {} أقل أهمية من موعد بدء الأشغال.'],
  },
  'zh-Hans': {
    actors: ['法院', '议会', '一家中国实验室', '中央银行', '美国航天局', '十四个国家'],
    verbs: ['公布其计划的成本为', '上调预测至', '同意减排', '推迟其规则至'],
    things: ['2.94亿美元', '每天33分钟', '1.5度', '420亿欧元', '2030年前百分之七', '三百万户家庭'],
    frames: ['官员一再提到{}，但没有一份文件说明这个数字是怎样得出的。', '批评者回应说，{}多年前就已为人所知，却无人采取行动。', '这份八十四页的报告两次提到{}，其中一次是在脚注里。', '对附近的居民来说，{}不如开工的日期重要。'],
  },
} as const; // prettier-ignore

export type SampleLanguage = keyof typeof words;
