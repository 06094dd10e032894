// SPDX-License-Identifier: Apache-2.0
#include "rewrite/moved_candidate.h"

#include <utility>

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::Node;
using advisor::SourceFile;

/// The candidate in the text with `edits`.
class Moved {
 public:
  Moved(const SourceFile& source, const std::vector<Edit>& edits)
      : source_(source), edits_(edits) {}

  Candidate candidate(Candidate one) const {
    one.loop.range = range(one.loop.range);
    advisor::Work& work = one.work;
    if (work.expression) work.expression = awaited(*work.expression);
    for (auto* ranges : {&work.statements, &work.prelude}) {
      for (ByteRange& part : *ranges) part = range(part);
    }
    for (advisor::Guard& guard : work.guards) {
      guard.condition = range(guard.condition);
    }
    one.pool_around.reset();
    return one;
  }

 private:
  ByteRange range(ByteRange old) const {
    return {moved(old.begin, edits_), moved(old.end, edits_)};
  }

  /// Without the parentheses that it has got, which stay.
  ByteRange awaited(ByteRange old) const {
    const ByteRange whole = range(old);
    const Node node = advisor::node_at(source_.root(), whole);
    const bool wrapped = node.range() == whole &&
                         node.is("parenthesized_expression") &&
                         node.child(0).is("await");
    return wrapped ? node.child(0).range() : whole;
  }

  const SourceFile& source_;  ///< after the edits
  const std::vector<Edit>& edits_;
};

}  // namespace

Proposal rewritten_twice(const Request& request, const std::vector<Edit>& edits,
                         const std::function<Proposal(const Request&)>& next) {
  const advisor::Project project =
      edited(request.project, request.source, edits);
  const SourceFile& source = *project.find(request.source.file());
  const Candidate candidate = Moved(source, edits).candidate(request.candidate);
  Proposal proposal = next({candidate, source, project, request.options,
                            request.names, request.imports});
  if (auto* rewrite = std::get_if<Rewrite>(&proposal)) {
    rewrite->edits =
        composed(edits, std::move(rewrite->edits),
                 static_cast<std::uint32_t>(request.source.text().size()));
  }
  return proposal;
}

}  // namespace ppp::rewrite
