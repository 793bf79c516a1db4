// Runs before the first paint, in the page's head, so that a remembered theme never flashes and that
// chapter.css knows from the start that a script will lay out the rest (opening.ts; should it not come,
// this does so in the end). Its hash goes into the content security policy, so it must stand in the
// page exactly as here.
export const themeScript = `const d=document.documentElement;d.dataset.opening='';addEventListener('load',()=>setTimeout(()=>delete d.dataset.opening,9e3));try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')d.dataset.theme=t}catch{}`;
