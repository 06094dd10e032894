// SPDX-License-Identifier: Apache-2.0
// Writes the functions of turns whose lists stay arrays: kernel_turns_text.cc,
// and for turns that make new lists kernel_new_list_text.cc.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rewrite/helper_text.h"
#include "rewrite/kernel_turns.h"
#include "rewrite/kernel_writer.h"

namespace ppp::rewrite {

class TurnsText {
 public:
  TurnsText(const Request& request, const KernelTurns& turns)
      : request_(request),
        turns_(turns),
        kernel_(*request.candidate.kernel),
        step_(turns.loop.field("left").text()) {}

  Proposal write();

 private:
  struct List {
    std::string name;
    bool rows = false;
    advisor::NumberType type = advisor::NumberType::kFloat;
    bool asked = false;    ///< what its items are
    bool changed = false;  ///< or exchanged with one that is
    std::string array = {};
  };

  advisor::Reason not_these() const;
  List* list(const std::string& name);
  bool find_lists(const KernelText& text);
  /// It is made in the turn.
  bool is_own(const std::string& name) const;
  static bool is_literal(const std::string& text);

  // kernel_new_list_text.cc
  const List* given_list(const std::string& name) const;
  bool find_new_list();
  bool read_size(advisor::Node node);
  bool read_size(const ListSize& size);
  /// What a name of the function is where the loop stands, or nothing.
  std::optional<std::string> outer_name(const std::string& name) const;
  std::string size_text(const ListSize& size) const;
  std::string size_text(advisor::Node node) const;
  /// The same as a length: below zero there is none.
  std::string length_text(const ListSize& size) const;
  void write_new_list();
  void write_new_turn(const std::string& call);

  bool join_exchanged();
  bool find_condition();
  void find_parameters();
  std::string fresh(const std::string& wish);
  void line(int depth, const std::string& text);
  /// "done, old, new": what the function gives; `first` is how many turns.
  std::string given(const std::string& first) const;
  std::vector<std::string> replaced() const;
  void ask();

  /// What tells its rows, or itself, from other lists; and how many these are.
  struct Ids {
    std::string text;
    std::string count;
  };

  static Ids ids(const std::string& name, bool rows);
  std::string not_apart() const;
  void convert();
  std::string argument(const std::string& name) const;
  void write_turn(const std::string& turn,
                  const std::vector<std::string>& parameters,
                  const std::string& done);
  void give_back();
  void write_function(const std::string& name, const std::string& turn,
                      const std::vector<std::string>& parameters);
  std::vector<Edit> edits(const std::string& name) const;

  const Request& request_;
  const KernelTurns& turns_;
  const advisor::Kernel& kernel_;
  const std::string step_;
  std::string numpy_;
  std::string condition_;
  std::set<std::string> asked_, divisors_, plain_, taken_;
  // Of a list that each turn makes:
  std::optional<ListMaker> maker_;
  std::map<std::string, std::string> sizes_;  ///< variables, by the function's
  std::set<std::string> fractions_;           ///< those that are no ints
  std::set<std::string> counting_;            ///< and those that are lengths
  std::set<std::string> whole_;               ///< to be asked to be ints
  std::string new_array_;
  std::vector<List> lists_;
  std::vector<Ids> ids_;
  std::vector<std::string> parameters_;
  std::vector<HelperLine> lines_;
};

}  // namespace ppp::rewrite
