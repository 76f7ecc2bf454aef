interface Patch {
	why: string;
	from: RegExp;
	to: string;
}

/**
 * What no setting of Sveltia reaches, changed in its code. Each fits exactly the version that package.json
 * names, and the build fails if it no longer does.
 */
const patches: readonly Patch[] = [
	{
		why: 'Its typefaces come with the package; the styles name them at a third party once more.',
		from: /url\(https:\/\/cdn\.jsdelivr\.net[^)]*\)/g,
		to: `local('')`,
	},
	{
		why: 'It never decodes a photo of a phone here, and the decoder, under the LGPL, must not ship unused.',
		from: /new URL\(`assets\/heic[^`]*`,import\.meta\.url\)/g,
		to: 'new URL(`about:blank`)',
	},
	{
		why: 'No text is set in its typeface for code.',
		from: /"noto-mono-latin-400-normal\.woff2":new URL\(new URL\([^)]*\)\.href,[^)]*\)\.href,/g,
		to: '',
	},
	{
		why: 'What it would read as Markdown, hints and titles, is plain text; the preview is ours.',
		from: /function \w+\(\)\{return\{async:!1,breaks:!1,extensions:null[\s\S]*?function (\w+)\(\.\.\.e\)\{return \w+\.use\(\.\.\.e\)[\s\S]*?var (\w+)=(\w+)\.parseInline,(\w+)=\3;\w+\.parse,\w+\.lex;/g,
		to: 'var $1=()=>{},$2=e=>String(e).replace(/[&<>"]/g,c=>`&#${c.charCodeAt()};`),$3=Object.assign($2,{parse:$2,parseInline:$2}),$4=$2;',
	},
	{
		why: 'Drafts are kept in practice too.',
		from: /(\{databaseName:(\w+)\}=\w+\.repository\?\?)\{\}(;if\(\2\)\{\w+=new \w+\(\w+,`draft-backups`)/g,
		to: '$1{databaseName:`practice`}$3',
	},
	{
		why: 'A text that is read in takes neither the caret nor the scroll position.',
		from: /(Failed to convert Markdown`,\{cause:\w+\}\)\)\}\})\)/g,
		to: '$1,{tag:`skip-dom-selection`})',
	},
	{
		why: 'Nor does a component in it; only one that was just put in does, and has no values yet.',
		from: /(window\.requestAnimationFrame\(\(\)=>\{)((\w+)\.closest\(`\[role="textbox"\]\[aria-readonly="false"\]`\)&&\3\.focus\(\))/g,
		to: '$3.isNew=!this.__props,$1$3.isNew&&$2',
	},
	{
		why: 'The configuration is told from another one without YAML.',
		from: /(\.current=await \w+\()\$?\w+\((\w+)\)\)(,console\.debug\(`CMS configuration)/g,
		to: '$1JSON.stringify($2))$3',
	},
	{
		why: 'A page has the address that our own rule makes of its heading.',
		from: /(\b\w+=)(\w+)(;if\(\w+&&\(\w+=\w+\(\w+\.normalize\(`NFD`\),)/g,
		to: '$1pageNameFrom($2)$3',
	},
	{
		why: 'The button for a new page opens no menu: it has none, and an empty one lies over the form.',
		from: /(onclick:\(\)=>\w+\(\),startIcon:\w+,popup:)\w+(,\$\$slots:\{startIcon:!0),popup:!0\}/g,
		to: '$1void 0$2}',
	},
	{
		why: 'A page that was never public can be thrown away; any other is taken away by saying where it leads.',
		from: /(\b\w+\()\w+(\)&&\(\1(\w+)\)\|\|!\w+\.current\))/g,
		to: '$1$3$2',
	},
	{
		why: 'A letter and a space at the start of a paragraph stay, as in "I dag"; it took them for a component.',
		from: /(return \w+\?\(\w+\.append\(new \w+\(\w+\(\w+\)\)\),\[!0,\w+\]\):\[!1,\w+\]\},replace:\(\)=>)void 0/g,
		to: '$1!1',
	},
	{
		why: 'A row of a table that is being typed is text until the page is saved.',
		from: /(regExp:\w+,replace:\(\w+,\w+,\[\w+\])(\)=>\{)(?=if\(\w+\.test\(\w+\)\)\{let \w+=\w+\.getPreviousSibling\(\))/g,
		to: '$1,isRead$2if(!isRead)return!1;',
	},
	{
		why: 'Half a second after somebody has typed, our check hears of it.',
		from: /(if\(\w+\((\w+)\)\)\{let \w+=\{timestamp:new Date,cmsConfigVersion:)/g,
		to: 'dispatchEvent(new CustomEvent(`site-typed`,{detail:$2}));$1',
	},
	{
		why: 'It can read a table, and not make one; and Enter in a field of it would be written as the letters \\n.',
		from: /(let t=(\w+)\(\w+\.NO_STATUS\);return \w+\(e,\w+,t\),t\},[\s\S]{0,2500}?let (\w+)=(\w+)\(\);\w+\.forEach\(e=>\{let t=(\w+)\(\);\3\.append\(t\);for\(let n=0;n<\w+;n\+=1\)t\.append\(n<e\.length\?e\[n\]:(\w+)\(``\)\)\}\);.{0,200}?\3\.selectEnd\(\)\},type:`element`\})(,\w+=\(\)=>\{let e=(\w+)\(\);if\(!\w+\(e\)\)return\{blockNodeKey)/g,
		to: '$1,siteTable=e=>{let t=$4();for(let n of[1,0]){let r=$5();t.append(r);for(let t of[0,1])r.append($2(n).append(e()))}return t},siteWalk=addEventListener(`site-next-cell`,({target:e})=>e.__lexicalEditor.update(()=>{let e=$8()?.anchor?.getNode();for(;e&&e.getType()!==`tablecell`;)e=e.getParent();if(!e)return;let t=e.getParent(),n=e.getNextSibling()??t.getNextSibling()?.getFirstChild();if(!n){let e=$5();t.insertAfter(e);for(let n of t.getChildren())e.append($6(``));n=e.getFirstChild()}n.selectEnd()}))$7',
	},
	{
		why: 'What the menu calls a table is put in as one.',
		from: /createNode:(\w+)=>new (\w+)\(\1\)(,transformer:\w+\(\{componentDef:(\w+),)/g,
		to: 'createNode:(props,paragraph)=>$4.label===`Tabel`?siteTable(paragraph):new $2(props)$3',
	},
	{
		why: 'And the caret goes into its first field.',
		from: /(\w+)(\.editor\?\.update\(\(\)=>\{)(\w+)\(\[(\w+)\(\)\(\),(\w+)\(\)\]\)\}\)/g,
		to: '$1$2let node=$4()(void 0,$5);$3([node,$5()]);node.getType()===`table`&&(node.selectStart(),requestAnimationFrame(()=>$1.editor.focus()))})',
	},
	{
		why: 'The address of a new link begins empty, and not with the words that are marked.',
		from: /(let (\w+)=\w+\(\)\.trim\(\);\w+\(\w+,)\2(,!0\),\w+\(\w+,!!\2\),\w+\(\w+,`create`\))/g,
		to: '$1``$3',
	},
];

/** The code of Sveltia with all that is changed in it. */
export function patched(code: string): string {
	return patches.reduce((before, { why, from, to }) => {
		const after = before.replace(from, to);
		if (after === before) throw new Error(`Sveltia CMS has changed. No longer done: ${why}`);
		return after;
	}, code);
}
