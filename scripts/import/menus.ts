/** Whether a block of a copied page is a menu or a footer. */
export function isMenu(block: string): boolean {
  const lines = block
    .split('\n')
    .map(plain)
    .filter((line) => line !== '');
  if (lines.length === 0 || block.length > 1500) return false;
  return lines.every((line) => line.length < 200 && (footer.test(line) || isBar(line)));
}

/** Links and words of one menu, with bars between them; a sentence is none. */
function isBar(line: string): boolean {
  const parts = line.split(/\s*[|·•›»▸/]\s+|\s+[>→]\s+/).filter((part) => part !== '');
  if (parts.length >= 2 && parts.every((part) => places.test(part))) return true;
  return (
    parts.length >= 3 &&
    parts.every((part) => part.length <= 30 && !/[.!?。]$/.test(part)) &&
    parts.some((part) => places.test(part))
  );
}

const places =
  /^(?:home(?: ?page)?|news|world|sports?|politics|business|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?(?: (?:policy|settings))?|login|log in|sign in|menu|startseite|impressum|datenschutz|kontakt|accueil|mentions légales|inicio|contacto|aviso legal|início|contato|contatti|हमारे बारे में|होम|الرئيسية|首页|ホーム)$/iu;

const footer =
  /^(?:(?:©|\(c\) ?\d|copyright\b).*|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|जुमला हक महफूज|सर्वाधिकार सुरक्षित|جميع الحقوق محفوظة|版权所有|無断転載(?:を)?禁).*|skip to (?:main )?(?:content|navigation)|jump to (?:content|navigation)|(?:toggle|open|close) (?:navigation|menu|search)|back to top|follow us(?: on .*)?|we use cookies.*|accept (?:all )?cookies|advertisement|share|print|listen|save|bookmark|teilen|drucken|vorlesen|merken|partager|imprimer|écouter|compartir|imprimir|guardar|escuchar|compartilhar|partilhar|ouvir|salvar|condividi|stampa|ascolta|salva|शेयर करें|साझा करें|شارك|مشاركة|طباعة|分享|打印|收藏|共有|シェア|印刷|loading[.…]*)$/iu;

function plain(line: string): string {
  return line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[\s*_#-]+|[\s*_]+$/g, '');
}
