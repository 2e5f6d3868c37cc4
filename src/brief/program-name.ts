/** Whether a name belongs only to a program: "ChatGPT" and "Claude 3.5 Sonnet", not "Claude Monet". */
export function isProgram(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:a\.i\.|i\.a\.)/g, 'ai')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return (
    words.some((word) => programs.test(word)) &&
    words.every((word) => programs.test(word) || company.test(word))
  );
}

/** Words that on their own name a program or programs in general, in all languages of the site. */
const programs =
  /^(?:ai|ia|ki|एआई|chat|chat ?gpt\w*|gpt\w*|claude|gemini|bard|copilot|grok|llama|mistral|mixtral|deepseek|qwen\w*|kimi|doubao|ernie|perplexity|openai|anthropic|midjourney|llms?|bots?|chatbots?|robots?|machine|algorithm|人工智能|人工知能|生成ai|聊天机器人|文心一言|豆包|通义千问)$/;
/** Words that only accompany those. */
const company =
  /^(?:an?|the|by|and|with|artificial|generative|intelligence|inteligencia|intelligence|artificielle|artificial|künstliche|intelligenz|large|language|model|models|modelo|modèle|assistant|assistente|asistente|generated|generator|writer|author|google|microsoft|meta|x|xai|mistral|le|github|studio|app|v?\d[\w]*|o\d|r\d|pro|plus|mini|nano|turbo|flash|ultra|max|advanced|sonnet|opus|haiku|instant|preview|助手|模型|アシスタント)$/;
