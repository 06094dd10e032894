// SPDX-License-Identifier: Apache-2.0
// A page with the stacks as nested bars. All of it stands in the page; nothing
// is asked from the network.
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "profiler/formats/exported.h"
#include "profiler/formats/flame_graph_page.h"
#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

using Json = nlohmann::ordered_json;

// Bars below this share of the whole are no more than a hair.
constexpr double kLeastShare = 0.0003;
// What is read and written level by level of calls, here and in browsers, ends
// with the stack.
constexpr std::size_t kMostFrames = 1000;

struct Node {
  double wall_s = 0;
  double native_s = 0;
  double wait_s = 0;
  bool native = false;  // a function that is no Python
  std::map<std::string, Node> inner;

  void add(const Cost& cost) {
    wall_s += cost.wall_s;
    native_s += cost.native_s;
    wait_s += cost.wall_s - cost.cpu_s;
  }
};

// [label, wall, native, wait, [inner …], 1 for a native function]
Json to_array(const std::string& label, const Node& node, double least_s) {
  Json inner = Json::array();
  for (const auto& [name, child] : node.inner) {
    if (child.wall_s >= least_s) {
      inner.push_back(to_array(name, child, least_s));
    }
  }
  return {label,       node.wall_s,      node.native_s,
          node.wait_s, std::move(inner), node.native ? 1 : 0};
}

void add_process(const Exported& process, Node& root) {
  for (const Stack& stack : process.stacks) {
    const Thread& thread =
        process.threads[static_cast<std::size_t>(stack.thread)];
    Node* node = &root;
    node->add(stack.cost);
    node = &node->inner[thread.main
                            ? std::string("main thread")
                            : "thread " + std::to_string(thread.native_id)];
    node->add(stack.cost);
    for (std::size_t i = 0; i < stack.frames.size() && i < kMostFrames; ++i) {
      const int index = stack.frames[i];
      const Frame& frame = process.frames[static_cast<std::size_t>(index)];
      node = &node->inner[frame_label(frame)];
      node->add(stack.cost);
      node->native = process.is_native(index);
    }
  }
}

Node tree_of(const Profile& profile) {
  Node root;
  for (const Exported& process : exported(profile)) {
    if (process.name.empty()) {
      add_process(process, root);
      continue;
    }
    Node& node = root.inner[process.name];
    add_process(process, node);
    root.wall_s += node.wall_s;
    root.native_s += node.native_s;
    root.wait_s += node.wait_s;
  }
  return root;
}

// JSON inside of a script element: no tag may end it.
std::string without_tags(const std::string& json) {
  std::string safe;
  for (char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string to_flame_graph(const Profile& profile) {
  const Node root = tree_of(profile);
  std::string title;
  for (const std::string& word : profile.command) {
    title += (title.empty() ? "" : " ") + word;
  }
  const Json data = {
      {"title", title},
      {"python", profile.python},
      {"samples", profile.samples},
      {"tree", to_array("all", root, root.wall_s * kLeastShare)}};
  std::string page(kFlameGraphHead);
  page +=
      without_tags(data.dump(-1, ' ', false, Json::error_handler_t::replace));
  return page.append(kFlameGraphTail);
}

}  // namespace ppp::profiler
