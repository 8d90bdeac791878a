"""The few places where third-party JavaScript is changed, each counted."""

from sitebuild.page import replace_exactly, substitute_exactly

CORE = "@pyscript/core/dist/core-C9KDLldu.js"

# File of the runtime -> what it says, what it is to say, how often it occurs.
PATCHES: dict[str, list[tuple[str, str, int]]] = {
    "pyodide/pyodide.asm.mjs": [
        # After each library Emscripten looks through all symbols there are for
        # the unresolved ones: a second in all. New ones are now kept apart.
        ("var GOT={};", "var GOT={};var GOT_NEW=new Map;", 1),
        (
            'rtn=GOT[symName]=new WebAssembly.Global({value:"i32",mutable:true},-1)',
            'rtn=GOT[symName]=new WebAssembly.Global({value:"i32",mutable:true},-1);'
            "GOT_NEW.set(symName,rtn)",
            1,
        ),
        (
            "for(var[symName,entry]of Object.entries(GOT)){if(entry.value==-1){",
            "for(var[symName,entry]of GOT_NEW){if(entry.value==-1){",
            1,
        ),
        ("}}};var loadDylibs", "}}GOT_NEW.clear()};var loadDylibs", 1),
        # The worker holds PyScript's messages back until PyScript listens; that
        # Pyodide listens too, for timers of its own, must not be taken for it.
        (
            'globalThis.addEventListener("message",t,!1)',
            '(globalThis.digitpadListen??globalThis.addEventListener)("message",t,!1)',
            1,
        ),
        *(
            (
                f'addEventListener("message",{name},true)',
                f'(globalThis.digitpadListen??addEventListener)("message",{name},true)',
                1,
            )
            for name in ("MainLoop_setImmediate_messageHandler", "__setImmediate_cb")
        ),
    ],
    "pyodide/pyodide.mjs": [
        # Python's WebAssembly is already compiled when Pyodide asks for it.
        (
            '{binary:t,response:n}=_(e+"pyodide.asm.wasm")',
            "{module:t}={module:globalThis.digitpadModule}",
            1,
        ),
        (
            "n?l=await WebAssembly.instantiateStreaming(n,s)"
            ":l=await WebAssembly.instantiate(await t,s)",
            "l={module:t,instance:await WebAssembly.instantiate(t,s)}",
            1,
        ),
        # Its library is unpacked by its WebAssembly, once that is there.
        ("function he(e){let t=j(e);return", "function he(e){return", 1),
        ("let r=await t;", "let r=await globalThis.digitpadStdlib(n);", 1),
        # What fails here would otherwise be waited for without end.
        (
            'console.warn("wasm instantiation failed!"),console.warn(l)',
            "globalThis.digitpadFail(l)",
            1,
        ),
        ("\n//# sourceMappingURL=pyodide.mjs.map", "", 1),
    ],
    # PyScript's core holds the worker's code as a string, hence each place twice.
    CORE: [
        (
            "module:import(o)",
            "module:(globalThis.digitpadImport??(u=>import(u)))(o)",
            2,
        ),
        # The address of a blob made from a file is no base for other addresses.
        (
            'new URL(e,t.replace(/^blob:/,""))',
            'new URL(e,/^(blob:null|file:)/.test(t)?"https://page.invalid/"'
            ':t.replace(/^blob:/,""))',
            2,
        ),
        # Nothing is to be kept between visits, so no database need be there.
        ("l=new h(`${c}@${t}`)", "l={sync(){},clear(){},close(){}}", 1),
        ("l=new i(`${c}@${t}`)", "l={sync(){},clear(){},close(){}}", 1),
        # Each interpreter is set up in a task of its own: what is drawn goes between.
        (
            "i().then(()=>{if(c)return;",
            "i().then(()=>new Promise(e=>setTimeout(e))).then(()=>{if(c)return;",
            1,
        ),
        # What is not there cannot be imported: see UNUSED_MODULES.
        (
            r"from pyscript.display import HTML,display\n"
            r"from pyscript.fetch import fetch\n"
            r"from pyscript.storage import Storage,storage\n"
            r"from pyscript.websocket import WebSocket\n"
            r"from pyscript.events import when,Event\n",
            "",
            1,
        ),
        # The error plugin is off; being off must not cost a request.
        (
            'import("./error-D2315lOB.js")',
            "Promise.resolve({notOnDOM(){},notify:console.error})",
            1,
        ),
        ('console.debug("[pyscript/main] PyScript Ready")', "void 0", 1),
        ("\n//# sourceMappingURL=core-C9KDLldu.js.map", "", 1),
    ],
}

# PyScript writes its Python modules to both interpreters' disks, and imports them,
# before anything of ours runs, in what was the longest task on the page. These are
# of no use here.
UNUSED_MODULES = (
    "display",
    "events",
    "fetch",
    "flatted",
    "fs",
    "media",
    "storage",
    "web",
    "websocket",
)


def apply_patches(name: str, text: str) -> str:
    """Return the text of a runtime file with its patches applied.

    Parameters
    ----------
    name : str
        The file, as ``package/path``.
    text : str
        Its content.

    Raises
    ------
    BuildError
        If a patch matches more or fewer places than it says.
    """
    for old, new, count in PATCHES[name]:
        text = replace_exactly(text, old, new, count)
    if name == CORE:
        for module in UNUSED_MODULES:
            source = r'"(?:[^"\\]|\\.)*"'
            text = substitute_exactly(text, rf'"{module}\.py":{source},', "")
    return text
