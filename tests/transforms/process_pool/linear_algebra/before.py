import numpy as np


def matrix(seed, size=12):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, 1.0, (size, size))


def stiffness(seed):
    a = matrix(seed)
    if seed == 23:
        a[:] = 0.0
    inverse = np.linalg.inv(a)  # fails for that one
    symmetric = a @ a.T + np.eye(12)
    values, vectors = np.linalg.eigh(symmetric)
    low = np.linalg.cholesky(symmetric)
    x = np.linalg.solve(symmetric, vectors[0])
    sign, logarithm = np.linalg.slogdet(a)
    trace = np.einsum("ii", inverse @ a)
    return float(values[0]), float(np.dot(low[0], x)), float(np.linalg.norm(x)), float(sign * logarithm), float(trace)


def main():
    found = []
    try:
        for seed in range(40):
            found.append(stiffness(seed))
    except np.linalg.LinAlgError as error:
        print(len(found), repr(error))
    print(found)


if __name__ == "__main__":
    main()
