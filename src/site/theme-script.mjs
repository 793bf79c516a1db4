// Runs before the first paint, in the page's head, so that a remembered theme never flashes.
// Its hash goes into the content security policy, so it must stand in the page exactly as here.
export const themeScript = `try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
