"""What is rewritten in the Python packages so that starting needs few modules.

Each rewriting keeps the meaning and stops the build where it does not fit, so a
new version of a package cannot slip through half patched.
"""

from pathlib import Path

from deferred import defer_imports
from lazy_packages import make_lazy

SITE_PACKAGES = Path("/lib/python3.14/site-packages")

LAZY_PACKAGES = """
    joblib numpy.lib scipy.fft scipy.integrate scipy.interpolate scipy.linalg
    scipy.ndimage scipy.optimize scipy.sparse scipy.sparse.csgraph
    scipy.sparse.linalg scipy.sparse.linalg._dsolve scipy.sparse.linalg._eigen
    scipy.sparse.linalg._isolve scipy.spatial scipy.stats sklearn sklearn.cluster
    sklearn.datasets sklearn.decomposition sklearn.linear_model sklearn.metrics
    sklearn.metrics._pairwise_distances_reduction sklearn.metrics.cluster
    sklearn.model_selection sklearn.neighbors sklearn.preprocessing sklearn.utils
"""

DEFERRED = {
    "numpy.lib._polynomial_impl": "eigvals inv lstsq",
    "numpy.matrixlib.defmatrix": "matrix_power",
    "scipy.spatial.distance": "norm rel_entr",
    "scipy.stats._binomtest": "find_root ndtri scu",
    "scipy.stats._quantile": "betainc",
    "scipy.stats._resampling": "ndtr ndtri",
    "scipy.stats._stats_py": """
        LinearConstraint cdist find_root milp _compute_outer_prob_inside_method
        _kendall_dis _toint64 _weightedrankedtau
    """,
    "sklearn.metrics._pairwise_distances_reduction._dispatcher": """
        ArgKminClassMode32 ArgKminClassMode64 RadiusNeighbors32 RadiusNeighbors64
        RadiusNeighborsClassMode32 RadiusNeighborsClassMode64
    """,
    "sklearn.metrics.pairwise": """
        csr_matrix normalize _chi2_kernel_fast _sparse_manhattan
    """,
    "sklearn.neighbors._base": "csr_matrix pairwise_distances_chunked",
    "sklearn.neighbors._classification": "_all_with_any_reduction_axis_1",
    "sklearn.pipeline": "FunctionTransformer",
    "sklearn.preprocessing._data": "boxcox inv_boxcox",
    "sklearn.utils._param_validation": "csr_matrix",
    "sklearn.utils.extmath": "csr_row_norms sparse_matmul_to_dense",
}

# File, what it says, what it is to say; each occurs exactly once.
TEXTS = [
    (
        # A masked array cannot exist before numpy.ma is loaded.
        "numpy/lib/_arraysetops_impl.py",
        "not np.ma.is_masked(ar)",
        'not ("numpy.ma.core" in sys.modules and np.ma.is_masked(ar))',
    ),
    (
        "numpy/lib/_utils_impl.py",
        "if np.ma.isMaskedArray(n):",
        'if "numpy.ma.core" in sys.modules and np.ma.isMaskedArray(n):',
    ),
    (
        # The interquartile range of the normal distribution, once and for all.
        "scipy/stats/_stats_py.py",
        "float(special.erfinv(0.5) * 2.0 * math.sqrt(2.0))",
        "1.3489795003921636",
    ),
    ("numpy/lib/_arraysetops_impl.py", "import functools\n", "import functools, sys\n"),
    (
        "sklearn/utils/fixes.py",
        """CSR_CONTAINERS = [scipy.sparse.csr_matrix, scipy.sparse.csr_array]
CSC_CONTAINERS = [scipy.sparse.csc_matrix, scipy.sparse.csc_array]
COO_CONTAINERS = [scipy.sparse.coo_matrix, scipy.sparse.coo_array]
LIL_CONTAINERS = [scipy.sparse.lil_matrix, scipy.sparse.lil_array]
DOK_CONTAINERS = [scipy.sparse.dok_matrix, scipy.sparse.dok_array]
BSR_CONTAINERS = [scipy.sparse.bsr_matrix, scipy.sparse.bsr_array]
DIA_CONTAINERS = [scipy.sparse.dia_matrix, scipy.sparse.dia_array]
""",
        """def __getattr__(name):
    if name == "laplacian":
        return scipy.sparse.csgraph.laplacian
    kind, _, rest = name.partition("_")
    if rest != "CONTAINERS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    kinds = (f"{kind.lower()}_matrix", f"{kind.lower()}_array")
    return [getattr(scipy.sparse, kind) for kind in kinds]
""",
    ),
    (
        "sklearn/utils/fixes.py",
        "    _sparse_linalg_cg = scipy.sparse.linalg.cg\n",
        """    def _sparse_linalg_cg(*args, **kwargs):
        return scipy.sparse.linalg.cg(*args, **kwargs)
""",
    ),
    (
        "sklearn/utils/fixes.py",
        """    from scipy.sparse.csgraph import (
        laplacian,  # noqa: F401  # pragma: no cover
    )
""",
        "    import scipy.sparse.csgraph\n",
    ),
]


def rewrite_packages() -> list[str]:
    """Rewrite the unpacked packages in place; return which files changed."""
    changed = [make_lazy(package) for package in LAZY_PACKAGES.split()]
    for module, names in DEFERRED.items():
        changed.append(defer_imports(module, names.split()))
    for name, old, new in TEXTS:
        file = SITE_PACKAGES / name
        text = file.read_text(encoding="utf-8")
        if (found := text.count(old)) != 1:
            raise ValueError(f"{name}: expected 1 x {old[:60]!r}, found {found}")
        file.write_text(text.replace(old, new), encoding="utf-8")
        changed.append(str(file))
    return changed
