//! Figures for each partner.

use shared::time::CivilDate;
use shared::wire::partner_figures::PartnerFiguresView;

use super::{Client, Failure};

impl Client {
    /// Of every partner for a coordinator, of one's own for everybody else.
    pub(crate) async fn partner_figures(
        &self,
        (from, until): (CivilDate, CivilDate),
    ) -> Result<PartnerFiguresView, Failure> {
        self.get(&format!("/partner-figures?from={from}&until={until}")).await
    }
}
