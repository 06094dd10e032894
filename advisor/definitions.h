// SPDX-License-Identifier: Apache-2.0
// Which assignment a variable's reader sees, where the text alone says so: a
// name that a script uses for one thing here and for another there has two
// values, not one.
//
// `x = …`, `for x in …`, `with … as x`, `except … as x` and a parameter define
// x for everything that is only reached through them, up to the next binding of
// x.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/syntax.h"

namespace ppp::advisor {

class Definitions {
 public:
  /// `name` is bound in several places of `scope`: only then are they told
  /// apart, and the other functions may give anything but null.
  bool several(std::string_view name, Node scope);
  /// The statement (or function, for a parameter) that certainly gave `name`
  /// the value that the identifier `read` sees. `scope` is the module or
  /// function that holds the variable; `read` runs in it, or in a comprehension
  /// that is evaluated at once. Null: it may be several.
  Node seen_by(Node read, std::string_view name, Node scope);
  /// The statement that binds `name` at `binding`, if it defines it in the
  /// sense above; null: it binds it in another way.
  Node made_by(Node binding, std::string_view name, Node scope);

 private:
  /// In the order of the text.
  using Places = std::vector<Node>;
  using Names = std::map<std::string, Places, std::less<>>;
  const Names& names_of(Node scope);
  static Node definition(Node binding);
  static bool any(const Places& places, std::uint32_t begin, std::uint32_t end);
  static Node last(const Places& places, std::uint32_t begin,
                   std::uint32_t end);
  static Node search(const Places& places, Node read, std::string_view name,
                     Node scope);

  std::map<const void*, Names> scopes_;
  std::map<std::pair<const void*, const void*>, Node> seen_;
};

}  // namespace ppp::advisor
