-- A filter for Pandoc and Quarto: code blocks of Mermaid (```mermaid, ```{.mermaid}, ```{mermaid})
-- and figures (```figure) become pictures, drawn by `diagrams render`. HTML gets inline SVG, LaTeX
-- and Typst vector PDF or SVG, all else PNG.
--
-- Metadata: `diagrams-mode: light|dark|both` (of HTML; both when left out), `diagrams-command`.

local command, mode = "diagrams", "both"
local LANGUAGES = { mermaid = true, ["{mermaid}"] = true, figure = true }

local function read_options(meta)
  if meta["diagrams-command"] then command = pandoc.utils.stringify(meta["diagrams-command"]) end
  if meta["diagrams-mode"] then mode = pandoc.utils.stringify(meta["diagrams-mode"]) end
end

local function format_here()
  if FORMAT:match("html") or FORMAT:match("revealjs") or FORMAT:match("slidy") then return "html" end
  if FORMAT:match("latex") or FORMAT:match("beamer") or FORMAT:match("context") then return "pdf" end
  if FORMAT:match("typst") then return "svg" end
  return "png"
end

local function draw(block, format, in_mode)
  local arguments = { "render", "-", "-o", "-", "-f", format, "--mode", in_mode }
  local ok, found = pcall(pandoc.pipe, command, arguments, block.text .. "\n")
  if ok then return found end
  local words = type(found) == "table" and ("exit status " .. tostring(found.error_code)) or found
  error("a diagram cannot be drawn (" .. tostring(words) .. "):\n" .. block.text)
end

-- On screens a picture shrinks as far as its words can be read, then its place scrolls.
local function least_width(svg)
  local id, width = svg:match('id="([^"]+)" width="([%d.]+)"')
  return ("<style>@media screen{#%s{min-width:%.0fpx}}</style>"):format(id, width * 0.7)
end

local TYPES = { pdf = "application/pdf", png = "image/png", svg = "image/svg+xml" }

local function picture(block)
  local language = block.classes[1]
  if not LANGUAGES[language] then return nil end
  local format = format_here()
  if format == "html" then
    local svg = draw(block, "svg", mode):gsub("^<svg ", '<svg style="max-width:100%%;height:auto;vertical-align:top" ', 1)
    local attributes = pandoc.Attr(block.identifier, { "diagram" }, { style = "overflow-x:auto;margin:1em 0" })
    return pandoc.Div({ pandoc.RawBlock("html", least_width(svg) .. svg) }, attributes)
  end
  local data = draw(block, format, "light")
  local file = "diagram-" .. pandoc.utils.sha1(data) .. "." .. format
  pandoc.mediabag.insert(file, TYPES[format], data)
  local image = pandoc.Image({}, file, "", pandoc.Attr(block.identifier))
  return pandoc.Para({ image })
end

return { { Meta = read_options }, { CodeBlock = picture } }
