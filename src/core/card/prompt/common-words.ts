// Common words in headings of any note, in the UI languages and two more. A heading made only of them
// ("Results", "Training details") says too little to be asked alone.
import { foldCase } from '../../text/fold-case.ts';

const lists = {
  en: `abstract additional advantage algorithm analysis appendix application approach approaches architecture
    background basic benefit case cause characteristics code comparison complexity con concept conclusion context
    contribution data dataset definition derivation description design detail diagnosis disadvantage discussion
    effect environment equation evaluation example exercise experiment explanation fact feature figure final formula
    function further future general goal history how-to idea impact implementation important inference info
    information input interpretation introduction intuition issue key learning limitation list loss main material
    meaning mechanism metric method misc miscellaneous mistakes model more motivation network notation note objective
    optimization other outcome output overview parameters part performance point practice previous principle prior
    pro problem procedure process proof properties property proposed purpose question rationale recap related remark
    resource result review risk role rule section setting setup side significance similar solution some specific step
    strategy strengths structure summary symptoms syntax task technique terms test testing theorem theory time tip
    tools topics training treatment type typical uncategorized use usage validation value variant variation version
    weaknesses why work`,
  de: `abbildung ablauf algorithmus allgemein allgemeines analyse ansatz anhang anmerkung anmerkungen anwendung
    anwendungen arbeiten architektur arten aufbau aufgabe aufgaben auswertung bedeutung begriff begriffe beispiel
    beispiele bemerkung bemerkungen beschreibung beweis daten datensatz definition definitionen details diagnose
    diskussion eigenschaften einführung einleitung ergebnis ergebnisse erklärung evaluation experiment experimente
    fazit folgen formel formeln frage fragen funktion funktionen funktionsweise geschichte grundlagen hintergrund
    idee implementierung info informationen kernidee kritik lernziele lösung lösungen merkmale methode methoden
    methodik modell modelle motivation nachteile notiz notizen nutzen parameter prinzip problem probleme regeln
    resultate rolle schritte sonstiges struktur symptome syntax theorie therapie tipps training typen umsetzung
    ursache ursachen varianten verfahren vergleich verwandte verwendung vorgehen vorteile weitere weiteres wirkung
    ziel ziele zusammenfassung zusätzliche zweck überblick übersicht übung übungen`,
  es: `algoritmo análisis antecedentes apéndice aplicaciones aplicación arquitectura características causa
    comparación concepto conclusiones conclusión contexto código datos definiciones definición demostración
    desventajas descripción detalles discusión ejemplo ejercicio entrenamiento estructura evaluación experimentos
    explicación función funciones fórmula general historia idea implementación importancia información introducción
    limitaciones modelo motivación método notas objetivo parámetros pasos problema procedimiento propiedades
    propósito reglas relacionado resultado resumen síntomas sintaxis solución teoría tipos trabajo tratamiento uso
    ventajas visión`,
  fr: `algorithme analyse annexe application approche architecture avantages bases but caractéristiques cause code
    comparaison concept conclusion contexte démonstration description définition détails discussion données effets
    entraînement évaluation exemple exercice expériences explication fonction fonctionnement formule historique
    histoire idée implémentation importance inconvénients information introduction intérêt limites modèle motivation
    méthode objectif paramètres principe problème procédure propriétés preuve quelques règles remarque rôle résultat
    résumé solution structure symptômes syntaxe théorie traitement travaux connexes types usage utilisation étapes
    vue`,
  pt: `algoritmo análise antecedentes aplicação aplicações arquitetura características causa comparação conceito
    conclusão conclusões contexto código dados definição definições demonstração desvantagens descrição detalhes
    discussão estrutura avaliação exemplo exercício experimentos explicação função funções fórmula história ideia
    implementação importância informação informações introdução limitações modelo motivação método notas objetivo
    parâmetros passos problema procedimento propriedades propósito regras relacionados resultado resumo sintomas
    sintaxe solução teoria tipos trabalhos tratamento treinamento treino uso vantagens visão geral`,
  ru: `алгоритм анализ архитектура выводы вывод данные детали доказательство задача задачи заключение заметки
    значение идея идеи использование история метод методы мотивация недостатки обзор обсуждение обучение описание
    определение определения оценка параметры подход правила преимущества пример примеры применение принцип принципы
    причины проблема проблемы процесс работы результат результаты реализация решение свойства симптомы синтаксис
    структура сравнение теория типы упражнения формула формулы функции функция цели цель эксперименты введение
    подробности родственные связанные похожие виды лечение шаги`,
  ja: `概要 例 例題 例え 結果 実験 実験結果 考察 結論 まとめ 背景 目的 方法 手法 提案手法 問題 課題 解決策 定義 性質 特徴 利点 欠点 長所 短所 応用 用途 実装 学習 訓練 データ データセット 評価
    比較 詳細 関連研究 先行研究 導入 はじめに 序論 メモ 補足 その他 証明 公式 理論 原理 仕組み 構造 アーキテクチャ モデル 種類 手順 歴史 原因 症状 治療 意味 役割 要約 使い方 構文`,
  zh: `概述 概要 概览 总览 例 例子 示例 例题 举例 结果 实验 实验结果 讨论 结论 总结 小结 背景 目的 目标 方法 问题 挑战 解决方案 解决方法 定义 性质 特点 特征 优点 缺点 优缺点 应用 用途 实现 训练
    数据 数据集 评估 比较 对比 详情 细节 相关工作 简介 介绍 引言 笔记 备注 补充 其他 证明 公式 理论 原理 机制 结构 架构 模型 类型 分类 步骤 历史 原因 症状 治疗 意义 作用 摘要 用法 语法 动机 思路
    思想 分析 算法 結果 實驗 討論 結論 總結 目標 問題 定義 性質 特點 優點 缺點 應用 實現 訓練 數據 評估 比較 相關工作 簡介 介紹 筆記 證明 類型 步驟 歷史 架構 好处 好處 功能 使用方式 注意 注意事項
    注意事项 特徵 优势 優勢 情境`,
  it: `accesso algoritmo analisi applicazione applicazioni approccio architettura attenzione caratteristiche casi
    caso causa cause codice complessità concetti concetto conclusione conclusioni confronto definizione definizioni
    descrizione dettagli dimostrazione esempi esempio esercizi esercizio formula formule funzionamento funzione
    funzioni idea idee implementazione importante introduzione limiti metodi metodo modello motivazione nota note
    notazione obiettivi obiettivo osservazione osservazioni parametri passi principio problema problemi procedimento
    procedura proprietà prova regola regole risultati risultato riassunto ruolo scopo sintassi sintomi soluzione
    soluzioni spiegazione struttura svantaggi teorema teoria terapia tipi uso utilizzo vantaggi versione iterativa
    ricorsiva`,
  da: `afsnit algoritme altså analyse anvendelse anvendelser baggrund begreb begreber bemærk bemærkning bevis
    definition definitioner detaljer egenskab egenskaber eksempel eksempler formel formler formål fordele forklaring
    funktion fremgangsmåde idé introduktion konklusion konsekvenser lemma løsning metode metoder model motivation
    noter opgave opgaver princip problem problemer regel regler resultat resultater struktur syntaks sætning teori
    trin typer ulemper virkning årsag årsager`,
} as const;

/** Function words between them, and the words of a question that names nothing ("How does it work?"). */
const smallWords: ReadonlySet<string> = new Set(
  `a an and are as at by can did do does for from has have how in into is it its of on or that the their them these they
  this to using vs was we were what when where which who with you
  am das dem den der die du ein eine es für geht ist im in ist man mit sie sind und von warum was wie wo wozu zu zur zum
  al con cómo cuando cuál de del el en es la las lo los para por qué se son un una y
  au avec ce comment des dans du elle est et il le les ou où pour pourquoi que quoi sur une à
  ao as com como da das do dos e em funciona isso na no nos o os ou para porque por quais qual que quando são um uma
  в для зачем и из как какие какой когда который на о от по почему с что это эта этот
  come cosa che cos è il lo gli di dei delle della del si sono perché quali un una e
  af at den det en er et hvad hvordan hvorfor og om på som til ved
  なぜ どうして 何 とは 什么 为什么 怎么 如何 是什么 為什麼 什麼`.split(/\s+/),
);

const wordsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, list]) => [language, new Set(list.split(/\s+/))]),
);

const allWords: ReadonlySet<string> = new Set([smallWords, ...wordsOf.values()].flatMap((list) => [...list]));
const wordSigns = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** A plural in “s” is listed as its singular. */
function holds(list: ReadonlySet<string> | undefined, word: string): boolean {
  return list !== undefined && (list.has(word) || (word.endsWith('s') && list.has(word.slice(0, -1))));
}

/** Whether this word could be in a heading of any language. */
function isCommon(word: string): boolean {
  return holds(allWords, word) || /^(?:\d+|[ivx]+|[a-z])$/.test(word);
}

/** Whether a heading consists only of common words, so that it names no subject. */
export function isGeneric(text: string): boolean {
  const folded = foldCase(text);
  wordSigns.lastIndex = 0;
  for (let word = wordSigns.exec(folded); word; word = wordSigns.exec(folded))
    if (!isCommon(word[0])) return false;
  return true;
}

/** Whether a heading's word is lowercased inside a sentence. German nouns aren't, and names are in no list. */
export function isSmallInside(word: string, language: string): boolean {
  if (language === 'de') return false;
  const key = foldCase(word);
  return smallWords.has(key) || holds(wordsOf.get(language), key);
}
