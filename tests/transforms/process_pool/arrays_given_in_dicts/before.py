import numpy as np


def render(step, size):
    ys, xs = np.mgrid[0:size, 0:size]
    field = np.zeros((size, size))
    for wave in range(1, 40):
        field += np.sin(xs * 0.01 * wave + step) * np.cos(ys * 0.013 * wave - step) / wave
    return field


def describe(step):
    field = render(step, 60)
    return {"step": step, "low": field.min(axis=0), "edges": np.diff(field, axis=1)}


rows = [describe(step) for step in range(60)]
for row in rows[::10]:
    print(row["step"], row["low"].sum(), row["edges"].shape)
rows[0]["low"][:] = 0
print(rows[0]["low"].sum() + rows[1]["low"].sum())
