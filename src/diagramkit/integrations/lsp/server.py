"""The server: what an editor asks, answered; findings a moment after the last key."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from diagramkit import __version__
from diagramkit.diagnostics import DiagramError
from diagramkit.drawing import draw
from diagramkit.integrations.lsp import colors, names
from diagramkit.integrations.lsp.completion import completions
from diagramkit.integrations.lsp.document import Document, document_of
from diagramkit.integrations.lsp.findings import actions, findings
from diagramkit.integrations.lsp.hover import hover
from diagramkit.integrations.lsp.project import Projects
from diagramkit.project.options import modes_of

PREVIEW = "diagrams.preview"
PAUSE = 0.15
"""Seconds without a key before a document is looked at."""
Answer = TypeVar("Answer")


def make_server() -> LanguageServer:
    """The server, to be started on standard input and output with `start_io`."""
    server = LanguageServer("diagramkit", __version__)
    _Features(server).register()
    return server


class _Features:
    """What the server does; drawing is done in one thread beside the one that listens."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.projects = Projects()
        self.thread = ThreadPoolExecutor(1)
        self.waiting: dict[str, asyncio.Task[None]] = {}

    def register(self) -> None:
        asking = types.CompletionOptions(trigger_characters=[":", " ", "$"])
        repairs = types.CodeActionOptions([types.CodeActionKind.QuickFix])
        renaming = types.RenameOptions(prepare_provider=True)
        self.answer(types.TEXT_DOCUMENT_DID_OPEN, self.opened)
        self.answer(types.TEXT_DOCUMENT_DID_CHANGE, self.changed)
        self.answer(types.TEXT_DOCUMENT_DID_SAVE, self.saved)
        self.answer(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self.saved)
        self.answer(types.TEXT_DOCUMENT_DID_CLOSE, self.closed)
        self.answer(types.TEXT_DOCUMENT_CODE_ACTION, self.repairs, repairs)
        self.answer(types.TEXT_DOCUMENT_COMPLETION, self.proposals, asking)
        self.answer(types.TEXT_DOCUMENT_HOVER, self.hover)
        self.answer(types.TEXT_DOCUMENT_DEFINITION, self.definition)
        self.answer(types.TEXT_DOCUMENT_REFERENCES, self.references)
        self.answer(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, self.highlights)
        self.answer(types.TEXT_DOCUMENT_PREPARE_RENAME, self.may_rename)
        self.answer(types.TEXT_DOCUMENT_RENAME, self.rename, renaming)
        self.answer(types.TEXT_DOCUMENT_DOCUMENT_COLOR, self.swatches)
        self.answer(types.TEXT_DOCUMENT_COLOR_PRESENTATION, self.presentations)
        self.server.command(PREVIEW)(partial(self.preview))

    def answer(self, method: str, how: Callable[..., object], options: object = None) -> None:
        """Answer a method of the protocol; pygls writes attributes to what it calls, which methods
        of a class have not."""
        self.server.feature(method, options)(partial(how))

    def document(self, uri: str) -> Document:
        return document_of(self.server.workspace.get_text_document(uri))

    async def aside(self, work: Callable[[], Answer]) -> Answer:
        """What may take long, done beside the answers to other questions."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, work)

    async def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self.look(params.text_document.uri, 0.0)

    async def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        self.look(params.text_document.uri, PAUSE)

    async def saved(self, _: object) -> None:
        """What was saved may be the theme or the configuration of what is open."""
        self.projects.forget()
        for uri in self.server.workspace.text_documents:
            self.look(uri, 0.0)

    async def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if task := self.waiting.pop(uri, None):
            task.cancel()
        self.publish(types.PublishDiagnosticsParams(uri, []))

    def look(self, uri: str, pause: float) -> None:
        """Look at a document after a pause, unless it changes again."""
        if task := self.waiting.get(uri):
            task.cancel()
        task = asyncio.get_running_loop().create_task(self.look_at(uri, pause))
        self.waiting[uri] = task
        task.add_done_callback(lambda done: self.forget(uri, done))

    def forget(self, uri: str, done: asyncio.Task[None]) -> None:
        if self.waiting.get(uri) is done:
            del self.waiting[uri]

    async def look_at(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        task, document = asyncio.current_task(), self.document(uri)

        def is_wanted() -> bool:
            return self.waiting.get(uri) is task

        found = await self.aside(lambda: findings(document, self.projects, is_wanted))
        self.publish(types.PublishDiagnosticsParams(uri, found, document.version))

    def publish(self, params: types.PublishDiagnosticsParams) -> None:
        self.server.text_document_publish_diagnostics(params)

    async def repairs(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        document = self.document(params.text_document.uri)
        return await self.aside(lambda: list(actions(document, self.projects, params.range)))

    def proposals(self, params: types.CompletionParams) -> list[types.CompletionItem]:
        document = self.document(params.text_document.uri)
        return completions(document, self.projects, params.position)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        document = self.document(params.text_document.uri)
        return await self.aside(lambda: hover(document, self.projects, params.position))

    def definition(self, params: types.DefinitionParams) -> types.Location | None:
        document = self.document(params.text_document.uri)
        return names.definition(document, params.position, self.projects)

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        document = self.document(params.text_document.uri)
        name = names.name_at(document, params.position)
        return [name.location(span) for span in name.spans] if name else []

    def highlights(self, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        document = self.document(params.text_document.uri)
        name = names.name_at(document, params.position)
        return [types.DocumentHighlight(name.range(span)) for span in name.spans] if name else []

    def may_rename(
        self, params: types.PrepareRenameParams
    ) -> types.PrepareRenamePlaceholder | None:
        document = self.document(params.text_document.uri)
        name = names.node_at(document, params.position)
        return types.PrepareRenamePlaceholder(name.range(name.at), name.text) if name else None

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        document = self.document(params.text_document.uri)
        name = names.node_at(document, params.position)
        try:
            return names.renamed(name, params.new_name) if name else None
        except names.RefusedError as error:
            raise JsonRpcInvalidParams(str(error)) from None

    def swatches(self, params: types.DocumentColorParams) -> list[types.ColorInformation]:
        return list(colors.swatches(self.document(params.text_document.uri)))

    def presentations(self, params: types.ColorPresentationParams) -> list[types.ColorPresentation]:
        return colors.presentations(params.color)

    async def preview(self, uri: str, line: int = 0) -> dict[str, Any]:
        """The diagram at a line (from 0) of a document as a data URI, or why there is none."""
        document = self.document(uri)
        return await self.aside(lambda: _picture(document, line, self.projects))


def _picture(document: Document, line: int, projects: Projects) -> dict[str, Any]:
    before = (one for one in reversed(document.diagrams) if one.line - 1 <= line)
    diagram = document.diagram_at(line) or next(before, None)
    if diagram is None:
        return {"error": "there is no diagram here"}
    try:
        options = projects.of(diagram.folder).settings.drawing.loaded()
        drawing = draw(diagram, options.changed(modes=modes_of(options.look, ("both",))))
    except DiagramError as error:
        return {"error": str(error)}
    data = base64.b64encode(drawing.svg.encode()).decode()
    return {"name": diagram.name, "uri": f"data:image/svg+xml;base64,{data}"}
