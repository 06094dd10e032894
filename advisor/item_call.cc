// SPDX-License-Identifier: Apache-2.0
#include "advisor/item_call.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ppp::advisor {
namespace {

/// "sort" for xs.sort, heapq.nlargest, sorted …
std::string_view last_name(Node callee) {
  if (callee.is("identifier")) return callee.text();
  return callee.field("attribute").text();
}

bool plain_arguments(Node call) {
  if (!call.is("call") || !call.field("arguments").is("argument_list")) {
    return false;
  }
  std::span<const Node> arguments = call.field("arguments").children();
  return std::none_of(arguments.begin(), arguments.end(), [](Node argument) {
    return argument.is("list_splat") || argument.is("dictionary_splat");
  });
}

std::vector<Node> positional(Node call) {
  std::vector<Node> found;
  for (Node argument : call.field("arguments").children()) {
    if (!argument.is("keyword_argument")) found.push_back(argument);
  }
  return found;
}

std::optional<ItemCall> lazy_call(Node call) {
  Node callee = call.field("function");
  std::string_view name = last_name(callee);
  ItemCall found;
  if (name == "starmap") {
    found.kind = ItemCall::Kind::kStarmap;
  } else if (callee.is("identifier") && name == "filter") {
    found.kind = ItemCall::Kind::kFilter;
  } else if (!callee.is("identifier") || name != "map") {
    return std::nullopt;
  }
  std::vector<Node> given = positional(call);
  const bool several = found.kind == ItemCall::Kind::kMap;
  if (given.size() != call.field("arguments").children().size() ||
      given.size() < 2 || (given.size() > 2 && !several) ||
      given[0].is("none")) {
    return std::nullopt;
  }
  found.call = call;
  found.function = given[0];
  found.sources.assign(given.begin() + 1, given.end());
  return found;
}

std::optional<ItemCall> key_call(Node call) {
  Node callee = call.field("function");
  std::string_view name = last_name(callee);
  std::vector<Node> given = positional(call);
  ItemCall found;
  found.kind = ItemCall::Kind::kKey;
  found.call = call;
  found.function = keyword(call, "key");
  const bool plain = callee.is("identifier") &&
                     (name == "max" || name == "min" || name == "sorted");
  if (plain && given.size() == 1) {
    found.sources = {given[0]};
  } else if (callee.is("attribute") && name == "sort" && given.empty()) {
    found.kind = ItemCall::Kind::kSort;
    found.sources = {callee.field("object")};
  } else if ((name == "nlargest" || name == "nsmallest") && given.size() == 2) {
    found.sources = {given[1]};
  } else {
    return std::nullopt;
  }
  if (!found.function || found.function.is("none")) return std::nullopt;
  return found;
}

bool is_wrapper(Node call) {
  Node callee = call.field("function");
  if (!callee.is("identifier") || !plain_arguments(call)) return false;
  const std::size_t given = positional(call).size();
  const std::size_t all = call.field("arguments").children().size();
  return (callee.text() == "zip" && given == all) ||
         (callee.text() == "enumerate" && given > 0);
}

/// What a wrapper iterates over.
std::vector<Node> wrapped_by(Node call) {
  std::vector<Node> given = positional(call);
  if (call.field("function").text() == "enumerate") given.resize(1);
  return given;
}

}  // namespace

std::optional<ItemCall> item_call(Node call) {
  if (!plain_arguments(call)) return std::nullopt;
  if (auto found = lazy_call(call)) return found;
  return key_call(call);
}

std::optional<ItemCall> feeding_call(Node source) {
  auto found = item_call(source);
  if (found && found->lazy()) return found;
  if (!is_wrapper(source)) return std::nullopt;
  std::vector<Node> parts = wrapped_by(source);
  for (Node part : parts) {
    found = feeding_call(part);
    if (!found) continue;
    for (Node other : parts) {
      if (!(other == part)) found->beside.push_back(other);
    }
    return found;
  }
  return std::nullopt;
}

std::vector<Node> wrappers_of(Node call) {
  std::vector<Node> found;
  Node inner = call;
  for (Node list = call.parent(); list.is("argument_list");
       list = inner.parent()) {
    Node outer = list.parent();
    if (!is_wrapper(outer)) break;
    std::vector<Node> parts = wrapped_by(outer);
    if (std::find(parts.begin(), parts.end(), inner) == parts.end()) break;
    found.push_back(outer);
    inner = outer;
  }
  return found;
}

Node consumer_of(Node node) {
  auto call = item_call(node);
  if (call && !call->lazy()) return node;
  if (call) {
    std::vector<Node> wrappers = wrappers_of(node);
    if (!wrappers.empty()) node = wrappers.back();
  }
  Node outer = node.parent();
  if (outer.is("argument_list")) outer = outer.parent();
  return outer.is("call") ? outer : Node();
}

}  // namespace ppp::advisor
