// SPDX-License-Identifier: Apache-2.0
#include "advisor/source_file.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include "advisor/path_folders.h"
#include "base/files.h"
#include "base/machine.h"

namespace ppp::advisor {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostThreads = 4;
constexpr std::size_t kWorthAThread = 4;  // files

/// The dotted names that a module's import statements may load, as absolute
/// names. `from a import b` may load a.b, so both are listed.
std::vector<std::string> imported_names(const SourceFile& source) {
  std::vector<std::string> names;
  walk(source.root(), [&](Node node) {
    if (node.is("import_statement")) {
      for (Node name : node.fields("name")) {
        Node dotted = name.is("aliased_import") ? name.field("name") : name;
        names.emplace_back(dotted.text());
      }
      return false;
    }
    if (node.is("import_from_statement")) {
      std::string from =
          absolute_module(source, node.field("module_name").text());
      names.push_back(from);
      for (Node name : node.fields("name")) {
        Node dotted = name.is("aliased_import") ? name.field("name") : name;
        names.push_back(from.empty() ? std::string(dotted.text())
                                     : from + "." + std::string(dotted.text()));
      }
      return false;
    }
    return true;
  });
  return names;
}

struct Found {
  std::string path;
  std::string module;
};

/// The files that importing `dotted` below `root` runs: its packages'
/// __init__ files and the module itself.
std::vector<Found> resolve(const fs::path& root, const std::string& dotted) {
  std::vector<Found> found;
  fs::path at = root;
  std::string module;
  std::size_t begin = 0;
  while (begin <= dotted.size()) {
    std::size_t end = std::min(dotted.find('.', begin), dotted.size());
    std::string part = dotted.substr(begin, end - begin);
    if (part.empty()) return found;
    module += (module.empty() ? "" : ".") + part;
    at /= part;
    std::error_code code;
    fs::path file = at;
    file += ".py";
    if (fs::is_regular_file(at / "__init__.py", code)) {
      found.push_back({(at / "__init__.py").string(), module});
    } else if (fs::is_regular_file(file, code)) {
      found.push_back({file.string(), module});
      return found;
    } else if (!fs::is_directory(at, code)) {
      return found;
    }
    begin = end + 1;
  }
  return found;
}

bool is_foreign(const fs::path& path, const fs::path& root) {
  fs::path relative = path.lexically_relative(root);
  fs::path at = root;
  for (const fs::path& part : relative) {
    if (part == "site-packages" || part == "dist-packages") return true;
    at /= part;
    std::error_code code;
    if (fs::exists(at / "pyvenv.cfg", code)) return true;
  }
  return false;
}

/// Python's own standard library: `os.py` is the landmark by which Python finds
/// it. Its modules are library modules for each other, too.
bool is_standard_library(const fs::path& root) {
  std::error_code code;
  return fs::exists(root / "os.py", code) &&
         fs::exists(root / "_collections_abc.py", code) &&
         fs::exists(root / "encodings" / "__init__.py", code);
}

/// A project that begins with `main`, and with the packages that Python runs
/// before it.
Result<Project> load_from(SourceFile main, std::vector<Found> before,
                          const fs::path& root, const std::string& directory) {
  Project project;
  std::set<std::string> known = {main.path()};
  std::set<std::string> asked;
  project.files.push_back(std::move(main));
  std::vector<SourceText> next;
  auto find = [&](const std::vector<Found>& modules) {
    for (const Found& found : modules) {
      if (is_foreign(found.path, root)) continue;
      if (!known.insert(found.path).second) continue;
      auto text = read_file(found.path);
      if (!text.ok()) continue;  // unreadable: stays an unknown module
      next.push_back({display_path(found.path, directory), found.path,
                      found.module, std::move(*text)});
    }
  };
  auto load = [&] {
    for (SourceFile& file : parse_all(std::exchange(next, {}))) {
      project.files.push_back(std::move(file));
    }
  };
  find(before);
  load();
  if (is_standard_library(root)) return project;
  for (std::size_t done = 0; done < project.files.size();) {
    for (; done < project.files.size(); ++done) {
      for (const std::string& name : imported_names(project.files[done])) {
        if (asked.insert(name).second) find(resolve(root, name));
      }
    }
    load();
  }
  project.hidden_modules = modules_on_changed_path(project, root);
  return project;
}

}  // namespace

std::string absolute_module(const SourceFile& source, std::string_view name) {
  if (!name.starts_with('.')) return std::string(name);
  std::string base = source.package();
  std::size_t dots = std::min(name.find_first_not_of(". \t"), name.size());
  for (std::size_t i = 1; i < dots; ++i) {
    std::size_t cut = base.rfind('.');
    base = cut == std::string::npos ? "" : base.substr(0, cut);
  }
  std::string rest(name.substr(dots));
  if (base.empty()) return rest;
  return rest.empty() ? base : base + "." + rest;
}

SourceFile SourceFile::parse(std::string file, std::string path,
                             std::string module, std::string text) {
  SourceFile source;
  source.file_ = std::move(file);
  source.path_ = std::move(path);
  source.module_ = std::move(module);
  source.package_ = source.module_;
  if (fs::path(source.path_).filename() != "__init__.py") {
    std::size_t cut = source.package_.rfind('.');
    source.package_ =
        cut == std::string::npos ? "" : source.package_.substr(0, cut);
  }
  source.text_ = std::make_unique<std::string>(std::move(text));
  source.tree_ = Tree::parse(*source.text_);
  source.lines_.push_back(0);
  for (std::uint32_t i = 0; i < source.text_->size(); ++i) {
    if ((*source.text_)[i] == '\n') source.lines_.push_back(i + 1);
  }
  return source;
}

std::vector<SourceFile> parse_all(std::vector<SourceText> texts) {
  std::vector<SourceFile> files(texts.size());
  std::atomic<std::size_t> next = 0;
  auto work = [&] {
    for (std::size_t i = next++; i < texts.size(); i = next++) {
      SourceText& one = texts[i];
      files[i] = SourceFile::parse(std::move(one.file), std::move(one.path),
                                   std::move(one.module), std::move(one.text));
    }
  };
  const auto helpers = std::min<std::size_t>(
      {kMostThreads - 1, static_cast<std::size_t>(affinity_cpus() - 1),
       texts.size() / kWorthAThread});
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < helpers; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return files;
}

SourceFile SourceFile::parse_main(std::string file, std::string path,
                                  std::string package, std::string text) {
  SourceFile source =
      parse(std::move(file), std::move(path), "__main__", std::move(text));
  source.package_ = std::move(package);
  return source;
}

SourceFile SourceFile::edited(std::vector<Edit> edits) const {
  Result<std::string> text = ppp::edited(*text_, std::move(edits));
  PPP_CHECK(text.ok());
  SourceFile source = parse(file_, path_, module_, std::move(*text));
  source.package_ = package_;
  return source;
}

SourceFile SourceFile::edited_in_place(const std::vector<Edit>& edits) const {
  SourceFile source = edited(edits);
  source.lines_ = lines_;
  for (std::uint32_t& line : source.lines_) line = moved(line, edits);
  return source;
}

bool SourceFile::well_formed() const { return !root().has_error(); }

int SourceFile::line_of(std::uint32_t byte) const {
  auto it = std::upper_bound(lines_.begin(), lines_.end(), byte);
  return static_cast<int>(it - lines_.begin());
}

std::uint32_t SourceFile::line_begin(int line) const {
  PPP_CHECK(line >= 1);
  std::size_t index = static_cast<std::size_t>(line) - 1;
  return index < lines_.size() ? lines_[index]
                               : static_cast<std::uint32_t>(text_->size());
}

Span SourceFile::span(ByteRange range) const {
  std::uint32_t last = range.empty() ? range.begin : range.end - 1;
  return {file_, line_of(range.begin), line_of(last)};
}

std::string_view SourceFile::slice(ByteRange range) const {
  return std::string_view(*text_).substr(range.begin, range.size());
}

const SourceFile* Project::find(std::string_view file) const {
  for (const SourceFile& source : files) {
    if (source.file() == file) return &source;
  }
  return nullptr;
}

Project edited(const Project& project, const SourceFile& file,
               const std::vector<Edit>& edits) {
  Project changed;
  changed.hidden_modules = project.hidden_modules;
  for (const SourceFile& one : project.files) {
    changed.files.push_back(
        one.edited(&one == &file ? edits : std::vector<Edit>()));
  }
  return changed;
}

Project edited_in_place(const Project& project, const SourceFile& file,
                        const std::vector<Edit>& edits) {
  Project changed;
  changed.hidden_modules = project.hidden_modules;
  for (const SourceFile& one : project.files) {
    changed.files.push_back(
        one.edited_in_place(&one == &file ? edits : std::vector<Edit>()));
  }
  return changed;
}

Result<Project> load_project(const std::string& script,
                             const std::string& directory) {
  std::error_code code;
  fs::path path = fs::path(script);
  if (path.is_relative()) path = fs::path(directory) / path;
  path = path.lexically_normal();
  // Python puts the directory of the resolved script on sys.path.
  fs::path real = fs::weakly_canonical(path, code);
  fs::path root = code ? path.parent_path() : real.parent_path();
  auto text = read_file(path.string());
  if (!text.ok()) return text.error();
  return load_from(
      SourceFile::parse(display_path(path.string(), directory), path.string(),
                        "__main__", std::move(*text)),
      {}, root, directory);
}

Result<Project> load_project_module(const std::string& module,
                                    const std::string& directory) {
  for (std::string name : {module + ".__main__", module}) {
    std::vector<Found> found = resolve(directory, name);
    if (found.empty() || found.back().module != name) continue;
    Found main = std::move(found.back());
    found.pop_back();
    auto text = read_file(main.path);
    if (!text.ok()) return text.error();
    std::size_t cut = main.module.rfind('.');
    std::string package =
        cut == std::string::npos ? "" : main.module.substr(0, cut);
    return load_from(
        SourceFile::parse_main(display_path(main.path, directory), main.path,
                               std::move(package), std::move(*text)),
        std::move(found), directory, directory);
  }
  return Error{Error::Kind::kUsage,
               "no module named " + module + " below " + directory,
               "run from the directory that holds the module, or give the "
               "script's path"};
}

}  // namespace ppp::advisor
