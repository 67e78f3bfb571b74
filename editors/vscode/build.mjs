/**
 * Builds the extension and packs it: `node editors/vscode/build.mjs [folder]` writes tenet-vscode-<version>.vsix.
 * A .vsix is a zip of the extension, its manifest for the gallery, and the types of its files.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { strToU8, zipSync } from "fflate";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");

const read = (path) => readFileSync(path, "utf8");

/** The same files give the same bytes. */
const mtime = new Date(1980, 0, 1, 12);

async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: here, entryPoints: ["src/extension.ts"], bundle: true, platform: "node", target: "node20", format: "cjs", external: ["vscode"],
    minify: true, legalComments: "none", write: false, metafile: true, logLevel: "warning",
  });
  const foreign = Object.keys(metafile.inputs).filter((input) => input.includes("node_modules"));
  if (foreign.length > 0) throw new Error(`the extension has no dependencies, but ${foreign[0]} is in it`);
  return outputFiles[0].contents;
}

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const galleryManifest = ({ name, version, publisher, displayName, description, categories, engines, extensionKind }) => `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}"/>
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Categories>${xml(categories.join(","))}</Categories>
    <License>extension/LICENSE.txt</License>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="${xml(extensionKind.join(","))}"/>
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;

const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${[[".json", "application/json"], [".vsixmanifest", "text/xml"], [".cjs", "application/javascript"], [".md", "text/markdown"], [".txt", "text/plain"]]
  .map(([extension, type]) => `  <Default Extension="${extension}" ContentType="${type}"/>`).join("\n")}
</Types>
`;

/** @returns the extension as it is installed, and its name */
export async function pack() {
  const { type: _, private: __, ...manifest } = JSON.parse(read(join(here, "package.json")));
  const { version } = JSON.parse(read(join(root, "package.json")));
  const packed = { ...manifest, version };
  const files = {
    "[Content_Types].xml": strToU8(contentTypes),
    "extension.vsixmanifest": strToU8(galleryManifest(packed)),
    "extension/package.json": strToU8(`${JSON.stringify(packed, null, 2)}\n`),
    "extension/README.md": strToU8(read(join(here, "README.md"))),
    "extension/LICENSE.txt": strToU8(read(join(root, "LICENSE"))),
    "extension/extension.cjs": await bundle(),
  };
  return { name: `${packed.name}-${version}.vsix`, bytes: zipSync(files, { level: 9, mtime }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(root, "dist");
  const { name, bytes } = await pack();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  console.log(`${join(folder, name)}: ${(bytes.length / 1024).toFixed(1)} KiB`);
}
