// SPDX-License-Identifier: Apache-2.0
#include "rewrite/package_imports.h"

#include <algorithm>

namespace ppp::rewrite {
namespace {

using advisor::Node;

// Seconds: what the first compiled loop takes longer than the next.
constexpr double kCompilerStart = 0.3;

/// The packages that a statement of a module imports.
std::vector<std::string> imports_of(Node statement) {
  std::vector<Node> modules;
  if (statement.is("import_from_statement")) {
    modules.push_back(statement.field("module_name"));
  } else if (statement.is("import_statement")) {
    for (Node name : statement.fields("name")) {
      modules.push_back(name.is("aliased_import") ? name.field("name") : name);
    }
  }
  std::vector<std::string> packages;
  for (Node module : modules) {
    const std::string_view text = module.text();
    packages.emplace_back(text.substr(0, text.find('.')));
  }
  return packages;
}

}  // namespace

std::set<std::string> imported_by(const advisor::Project& project) {
  static const std::set<std::string, std::less<>> on_numpy = {"numpy", "pandas",
                                                              "scipy", "numba"};
  std::set<std::string> imported;
  for (const advisor::SourceFile& file : project.files) {
    for (Node statement : file.root().children()) {
      for (const std::string& package : imports_of(statement)) {
        if (on_numpy.contains(package)) imported.insert("numpy");
        if (package == "numba") imported.insert(package);
      }
    }
  }
  return imported;
}

std::vector<std::string> packages_of(std::string_view strategy) {
  if (strategy == "vectorize-numpy") return {"numpy"};
  if (strategy == "numba") return {"numpy", "numba"};
  return {};
}

double numpy_start_s(const RewriteOptions& options, double guess) {
  if (options.imported.contains("numpy")) return 0;
  return options.numpy_import_s.value_or(guess);
}

double numba_start_s(const RewriteOptions& options, double guess) {
  if (options.imported.contains("numba")) return 0;
  const double numpy = options.imported.contains("numpy")
                           ? options.numpy_import_s.value_or(0)
                           : 0;
  return kCompilerStart +
         std::max(0.0, options.numba_import_s.value_or(guess) - numpy);
}

}  // namespace ppp::rewrite
