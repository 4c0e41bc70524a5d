// Headings that are no question even with their subject: their texts describe a paper, course or note, repeat
// the note, or are for later. In the UI languages, and some others that people take notes in.
import { listKey } from '../lists/list-key.ts';
import { withoutNumberAtEnd, withoutNumberBefore } from '../lists/listed.ts';

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/,\s+/)).map((heading) => listKey(heading)));
}

/** What a paper or course says about itself, and where its author looked. */
const introductions = setOf(
  'additional resources, helpful resources, further resources, resources, useful links, links, sources',
  'abstract, introduction, related work, related works, previous work, prior work, additional notes, other notes',
  'misc notes, course overview, overview of course, overview of the course, overview of a course, overview of this course',
  'keywords, key words, schlagwörter, schlüsselwörter, stichwörter, palabras clave, mots clés, motsclés, palavras chave, palavraschave',
  'ключевые слова, キーワード, 關鍵字, 关键字, 關鍵詞, 关键词, parole chiave, nøgleord',
  'about this course, about the course, course outline, course description, course information, course logistics, syllabus',
  'kurzfassung, einleitung, einführung, verwandte arbeiten, weitere notizen, zusätzliche notizen',
  'sonstige notizen, kursübersicht, überblick über den kurs, kursbeschreibung, über diesen kurs',
  'introducción, trabajos relacionados, trabajo relacionado, notas adicionales, otras notas',
  'descripción del curso, resumen del curso, visión general del curso, temario',
  'introduction, travaux connexes, travaux antérieurs, état de lart, notes supplémentaires, autres notes',
  'notes additionnelles, aperçu du cours, présentation du cours, plan du cours',
  'introdução, trabalhos relacionados, trabalho relacionado, notas adicionais, outras notas',
  'visão geral do curso, descrição do curso, ementa',
  'аннотация, введение, связанные работы, родственные работы, дополнительные заметки, другие заметки',
  'обзор курса, о курсе, описание курса, программа курса',
  '要旨, アブストラクト, はじめに, 序論, 導入, 関連研究, 先行研究, 補足, その他のメモ, 追加メモ, コース概要, 講義概要, シラバス',
  '摘要, 引言, 简介, 介绍, 相关工作, 补充笔记, 其他笔记, 附加说明, 课程概述, 课程概览, 课程简介, 课程介绍, 教学大纲',
  '簡介, 介紹, 相關工作, 補充筆記, 其他筆記, 課程概述, 課程簡介, 課程概覽, 課程介紹, 教學大綱, introduzione, indledning',
);

/** Repeats of the rest of the note, in a list of all sorts. */
const keyPoints = setOf(
  'key points, key point, keypoints, key takeaways, key takeaway, takeaways, takeaway, take aways, take away',
  'takeaway message, take home message, take home messages, main takeaways, main takeaway, main points, important points',
  'points to remember, things to remember, key messages, highlights, key highlights, recap, quick recap, cheat sheet, cheatsheet',
  'wichtige punkte, wichtigste punkte, die wichtigsten punkte, kernpunkte, kernaussagen, hauptpunkte, merksätze, das wichtigste',
  'puntos clave, puntos principales, puntos importantes, lo más importante, conclusiones clave',
  'points clés, points essentiels, points importants, points principaux, à retenir, ce quil faut retenir, lessentiel',
  'pontos-chave, pontos chave, pontos principais, pontos importantes, principais pontos, principais conclusões',
  'ключевые моменты, основные моменты, ключевые выводы, основные выводы, главное, основные тезисы',
  '要点, ポイント, 重要ポイント, 重要なポイント, キーポイント, 要点まとめ, ポイントまとめ, 重要事項',
  '重点, 重点摘要, 重点总结, 重点整理, 重点回顾, 要点总结, 要点回顾, 关键要点, 关键点, 核心要点, 知识点, 本章重点, 本节重点, 划重点',
  '重點, 重點摘要, 重點總結, 重點整理, 重點回顧, 要點, 要點總結, 要點回顧, 關鍵要點, 關鍵點, 核心要點, 知識點, 本章重點, 本節重點',
  'punti chiave, punti principali, nøglepunkter, hovedpointer',
);

/** What students should be able to do after a course, and what is still to be done. */
const plans = setOf(
  'learning goals, learning goal, learning objectives, learning objective, learning outcomes, learning outcome',
  'intended learning outcomes, intended learning outcome, course objectives, course goals, lernziele, lernziel, lehrziele',
  'objetivos de aprendizaje, objetivos del curso, objectifs dapprentissage, objectifs pédagogiques, objectifs du cours',
  'objetivos de aprendizagem, objetivos do curso, цели обучения, учебные цели, цели курса, 学習目標, 到達目標, 学習のねらい',
  '学习目标, 教学目标, 课程目标, 學習目標, 教學目標, 課程目標, obiettivi di apprendimento, obiettivi formativi, læringsmål',
  'to read, to watch, to do, todo, todos, next steps, reading list, readings, required reading, required readings',
  'recommended reading, recommended readings, suggested reading, suggested readings, reading material, reading materials',
  'literature, litterature, textbook, textbooks, agenda, todays agenda, lecture outline, course schedule, course plan, class schedule',
  'homework, assignments, announcements, action items, open questions, questions to ask, follow up questions, my questions',
  'zu lesen, noch zu lesen, leseliste, lektüre, lektüreliste, tagesordnung, nächste schritte, hausaufgaben, offene fragen, kursplan, vorlesungsplan',
  'por leer, lecturas, lista de lecturas, lista de lectura, próximos pasos, orden del día, tareas, preguntas abiertas, calendario del curso, cronograma del curso',
  'à lire, lectures, liste de lecture, ordre du jour, prochaines étapes, devoirs, questions ouvertes, calendrier du cours',
  'para ler, leituras, lista de leitura, pauta, próximos passos, ordem do dia, lição de casa, perguntas em aberto, cronograma do curso',
  'прочитать, что почитать, список для чтения, повестка, повестка дня, следующие шаги, домашнее задание, открытые вопросы, план курса, план лекции',
  '読むもの, 読書リスト, 課題図書, 次のステップ, 宿題, 議題, アジェンダ, 未解決の問題, 疑問点',
  '待读, 阅读清单, 阅读列表, 书单, 下一步, 作业, 议程, 日程, 待解决问题, 疑问, 课程安排, 课程大纲, 课程计划',
  '待讀, 閱讀清單, 書單, 作業, 議程, 待解決問題, 疑問, 課程安排, 課程大綱, 課程計劃, da leggere, programma del corso, domande aperte, at læse, pensum',
);

/** Where a text is from, and miscellaneous notes. */
const origins = setOf(
  'source, citation, citations, attribution, transcript, original transcript, full transcript, original text, full text',
  'quelle, quellen, transkript, originaltext, fuente, fuentes, transcripción, texto original, transcription, texte original',
  'fonte, fontes, transcrição, источник, источники, расшифровка, оригинал, 出典, 文字起こし, 原文, 来源, 出处, 來源, 出處, 文字稿, 逐字稿, fonti, trascrizione, kilde, kilder',
  'notes, my notes, lecture notes, class notes, general notes, random notes, personal notes, reading notes, quick notes',
  'misc, miscellaneous, miscellanea, other, others, uncategorized, extra, extras, random thoughts, my thoughts, thoughts',
  'notizen, meine notizen, sonstiges, verschiedenes, eigene gedanken, notas, mis notas, apuntes, otros, varios, mes notes, divers, autres',
  'minhas notas, anotações, outros, diversos, заметки, мои заметки, разное, прочее, мысли, メモ, ノート, その他, 雑記, 感想',
  '笔记, 我的笔记, 其他, 杂项, 感想, 随想, 筆記, 我的筆記, 雜項, 心得, appunti, altro, varie, noter, andet, diverse',
);

/** Headings that sum up: a question like the title while the text is short. */
const summaries = setOf(
  'summary, lecture summary, chapter summary, paper summary, tldr, in short, in brief, in a nutshell, conclusion, conclusions, summary and conclusion',
  'zusammenfassung, fazit, kurz gesagt, schluss, schlussfolgerung, schlussfolgerungen, resumen, en resumen, conclusión, conclusiones',
  'résumé, en résumé, en bref, synthèse, resumo, em resumo, síntese, conclusão, conclusões, резюме, краткое содержание, итоги, итог, вывод, выводы, заключение, вкратце',
  'まとめ, 要約, 結論, おわりに, 总结, 小结, 结论, 本章小结, 本节小结, 总结与展望, 課程總結, 總結, 小結, 結論, 本章小結, 課程总结, 课程总结',
  'riassunto, in breve, conclusione, conclusioni, sommario, opsummering, konklusion',
);

/** Worked examples. */
const examples = setOf(
  'example, examples, worked example, worked examples, code example, example code, beispiel, beispiele, codebeispiel',
  'ejemplo, ejemplos, exemple, exemples, exemplo, exemplos, пример, примеры, 例, 例題, 具体例, コード例',
  '例子, 示例, 例题, 举例, 代码示例, 舉例, 範例, 程式碼範例, esempio, esempi, eksempel, eksempler',
);

/** Headings of a course, which occur elsewhere, too. */
const outlines = setOf(
  'overview, outline, schedule, timetable, topics, topics covered, contents, content, prerequisites, logistics, plan, goals, objectives',
  'überblick, übersicht, gliederung, zeitplan, themen, inhalt, inhalte, voraussetzungen, visión general, esquema, calendario, horario, temas, contenido, contenidos',
  'aperçu, vue densemble, plan, calendrier, programme, sommaire, contenu, visão geral, roteiro, cronograma, tópicos, conteúdo',
  'обзор, план, расписание, темы, содержание, 概要, 予定, 目次, 内容, スケジュール, 概述, 概览, 概覽, 大纲, 大綱, 进度, 進度, 内容提要, 內容, 内容, programma, oversigt, indhold',
);
const course =
  /(?:^|[^\p{L}])(?:courses?|lectures?|class(?:es)?|seminars?|kurse?|vorlesung(?:en)?|cursos?|clases?|cours|aulas?|курсы?|лекци[ия]|corso|lezion[ei])(?:[^\p{L}]|$)|コース|講義|授業|课程|課程|第\s?\d+\s?[课課]/iu;
/** Consecutive weeks and lectures. */
const dated =
  /(?:^|[^\p{L}])(?:week|lecture|session|class|woche|vorlesung|semana|clase|semaine|séance|aula|неделя|лекция|settimana|lezione|uge)\s?\d|第\s?\d+\s?[週周课課回讲講]/giu;

/** Words for what a text was taken from, after "from". */
const givers =
  /^(?:(?:notes?|quotes?|excerpts?|notizen|zitate?|notas|citas?|citations?|заметки|цитаты?)\s+)?(?:(?:taken|copied|adapted)\s+)?(?:from|via|according to|by|von|aus|laut|de|del|da|di|según|selon|daprès|par|segundo|do|от|из|по|fra)\s+(?:(?:the|der|dem|die|el|la|le|o|a)\s+)?(?:chat ?gpt|gpt|claude|gemini|copilot|perplexity|llama|deepseek|wikipedia|wikipédia|википедии|youtube|stack ?overflow|reddit|quora|paper|book|lecture|video|docs|documentation|class|buch|vorlesung|libro|artículo|livre|cours|article|livro|artigo|книги|лекции|статьи)(?!\p{L})/iu;
const notesFrom =
  /^(?:notes?|quotes?|excerpts?|highlights|transcript|notizen|zitate|auszug|notas|apuntes|citas|extraits?|citações|заметки|цитаты|appunti)\s+(?:from|on|of|aus|von|zu|de|del|sur|sobre|из|по|da|di|su)\s/iu;
const machineSays =
  /^(?:chat ?gpt|gpt|claude|gemini|copilot|perplexity)s?(?:[ -]?\d\w*)?\s+(?:answer|explanation|response|summary|output|says|said|antwort|erklärung|respuesta|explicación|réponse|explication|resposta|explicação|ответ|объяснение)/iu;
const plainWord = /^[a-z0-9]*$/;
const takenFrom = /^(?:来自|來自|摘自|引自)|(?:より|からの引用|の回答|的回答)$/u;

const introducing = new Set([introductions, keyPoints, plans, origins].flatMap((list) => [...list]));

/** Without its leading number, as in the lists. */
function headingKey(text: string): string {
  return listKey(withoutNumberBefore(text));
}

/** What a heading says about the text below it. */
export interface HeadingKinds {
  /** That it is about a text. */
  readonly introduces: boolean;
  readonly sumsUp: boolean;
  /** Also with a number: "Example 2". */
  readonly givesExample: boolean;
  /** That it outlines a course, if the note is about one. */
  readonly outlines: boolean;
}

export function headingKinds(heading: string): HeadingKinds {
  const key = headingKey(heading);
  return {
    introduces: introducing.has(key) || isOrigin(key),
    sumsUp: summaries.has(key),
    givesExample: examples.has(withoutNumberAtEnd(key)),
    outlines: outlines.has(key),
  };
}

/** Whether a note is about a course: by its place, or as the text counts the weeks. */
export function isCourse(place: string, text: string): boolean {
  return course.test(place) || (text.match(dated)?.length ?? 0) > 1;
}

function isOrigin(key: string): boolean {
  // One word names no origin, unless its language writes no spaces.
  if (plainWord.test(key)) return false;
  return givers.test(key) || notesFrom.test(key) || machineSays.test(key) || takenFrom.test(key);
}
