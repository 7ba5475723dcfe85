"""Effect sizes: one function per conversion, each with its formula, its source and its range."""

from .correlations import r_to_rho, r_to_unbiased_r, r_to_variance, r_to_z, z_to_mean_r, z_to_r
from .effect import Effect
from .groups import d_to_r, means_to_biserial_r, means_to_g, means_to_point_biserial_r, means_to_separate_g, r_to_d
from .odds import (
    odds_ratio_to_d,
    odds_ratio_to_r,
    table_to_d,
    table_to_log_odds_ratio,
    table_to_phi,
    table_to_tetrachoric_r,
)
from .regression import (
    beta_to_r,
    beta_to_t,
    chi2_to_r,
    f_to_r,
    p_to_r,
    t_to_partial_r,
    t_to_partial_z,
    t_to_r,
    t_to_semipartial_r,
)
from .variances import ci_to_se, p_to_se, se_to_variance, t_to_se, with_variance

__all__ = [
    "Effect",
    "beta_to_r",
    "beta_to_t",
    "chi2_to_r",
    "ci_to_se",
    "d_to_r",
    "f_to_r",
    "means_to_biserial_r",
    "means_to_g",
    "means_to_point_biserial_r",
    "means_to_separate_g",
    "odds_ratio_to_d",
    "odds_ratio_to_r",
    "p_to_r",
    "p_to_se",
    "r_to_d",
    "r_to_rho",
    "r_to_unbiased_r",
    "r_to_variance",
    "r_to_z",
    "se_to_variance",
    "t_to_partial_r",
    "t_to_partial_z",
    "t_to_r",
    "t_to_se",
    "t_to_semipartial_r",
    "table_to_d",
    "table_to_log_odds_ratio",
    "table_to_phi",
    "table_to_tetrachoric_r",
    "with_variance",
    "z_to_mean_r",
    "z_to_r",
]
