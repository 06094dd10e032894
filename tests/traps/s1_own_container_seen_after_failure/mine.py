kept = []


class Counter:
    def update(self, items):
        kept.extend(items)

    def __len__(self):
        return len(kept)
