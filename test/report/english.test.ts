import { describe, expect, it } from "vitest";
import { foreignLanguage } from "../../src/report/english.js";

describe("foreignLanguage", () => {
  it.each([
    [
      "German",
      "Die Regierung in Ankara hat am Montag die Forderung der griechischen Nachbarn zurückgewiesen, das Schiff aus den umstrittenen Gewässern abzuziehen, und sie hat mit einer Antwort gedroht, wenn die Fregatten nicht nach Hause fahren.",
    ],
    [
      "French",
      "Le gouvernement a rejeté lundi la demande de son voisin et a dit que le navire ne quittera pas les eaux qui sont, selon lui, les siennes, avant la fin de la semaine, et que les deux pays doivent se parler.",
    ],
    [
      "Spanish",
      "El gobierno rechazó el lunes la petición de su vecino y dijo que el buque no se irá de las aguas que son, según él, suyas, antes del fin de la semana, y que los dos países tienen que hablar sin condiciones.",
    ],
    [
      "Portuguese",
      "O governo rejeitou na segunda-feira o pedido do seu vizinho e disse que o navio não vai sair das águas que são, segundo ele, suas, antes do fim da semana, e que os dois países têm de falar sem condições.",
    ],
    [
      "Turkish",
      "Hükümet pazartesi günü komşusunun talebini reddetti ve geminin kendi suları olan bu bölgeden hafta sonuna kadar ayrılmayacağını ve iki ülkenin ön koşul olmadan bir an önce konuşması için çok daha fazla çaba gerektiğini söyledi.",
    ],
    [
      "Indonesian",
      "Pemerintah pada hari Senin menolak permintaan dari negara tetangga dan mengatakan bahwa kapal itu tidak akan pergi dari perairan yang menurut mereka adalah milik sendiri dan kedua negara harus bisa bicara tanpa syarat.",
    ],
  ])("recognises %s", (language, text) => {
    expect(foreignLanguage(text)).toBe(`a text in ${language}`);
  });

  it.each([
    ["Cyrillic", "Правительство отвергло требование соседа и заявило, что судно не уйдет."],
    ["Arabic", "رفضت الحكومة طلب جارتها وقالت إن السفينة لن تغادر المياه"],
    ["Chinese or Japanese", "政府周一拒绝了邻国的要求，并表示该船不会离开。"],
    ["Korean", "정부는 월요일 이웃 나라의 요구를 거부했다."],
  ])("names the %s script", (script, text) => {
    expect(foreignLanguage(text)).toBe(`a text in ${script} script`);
  });

  it.each([
    "China has turned down calls by the United States to confront North Korea, saying the handling of the programme does not concern Beijing, and that all parties should talk to each other.",
    "Tehran brushed aside U.S. demands to halt enrichment.",
    "Talks fail.",
    "Ankara rejects Athens demand, deploys frigates near Kastellorizo, warns Brussels",
    "“Die Gespräche sind gescheitert,” the German minister said in Berlin, using a phrase that he had used before, and left the room without taking any questions from the reporters who had come to hear him.",
    "Results: France 2 Germany 1; Spain 0 Italy 0; Portugal 3 Poland 1; Croatia 2 Serbia 2; Belgium 4 Wales 0; Norway 1 Sweden 1; Kenya 2 Ghana 0; Peru 1 Chile 1; USA 2 Mexico 2",
    "",
  ])("lets English pass: %s", (text) => {
    expect(foreignLanguage(text)).toBeUndefined();
  });
});
