//! The report: it ends a poll, and freezes its figures.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{OfficialId, PollId},
    poll::{PollStatus, Report, life::LifeRefusal, report::Known},
    webhook::WebhookEvent,
    wire::admin::{PollDetail, ReportRequest},
};

use super::{super::webhooks, define, find_version, put_changed};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        self,
        device::{self, Subject},
        municipality::{self, Which},
    },
};

#[derive(Debug, Serialize, Deserialize)]
pub struct ReportPoll {
    pub by: OfficialId,
    pub id: PollId,
    pub report: Box<ReportRequest>,
}

impl Operation for ReportPoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "report-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let mut stored = find_version(context, &self.id, self.report.version)?;
        let partners = municipality::partners(context.sql, Which::Current)?;
        let partners: Vec<_> = partners.into_iter().map(|partner| partner.id).collect();
        let initiatives: Vec<_> =
            define::named_initiatives(context)?.into_iter().map(|initiative| initiative.id).collect();
        let questions: Vec<_> = stored.poll.questions.iter().map(|question| question.id.clone()).collect();
        let ReportRequest { version: _, heard, we_do, we_do_not, you_can, questions: findings } = *self.report;
        let report = Report {
            published_on: context.now.dutch_date(),
            figures: store::poll::newest(context.sql, &self.id)?.map(|set| set.number),
            heard,
            we_do,
            we_do_not,
            you_can,
            questions: findings,
        };
        let known = Known { partners: &partners, initiatives: &initiatives, questions: &questions };
        stored.life = stored.life.report(context.now).map_err(|refusal| match refusal {
            LifeRefusal::NotFrom { from: PollStatus::Reported, .. } => Refusal::conflict(Code::ReportExists),
            LifeRefusal::NotFrom { .. } | LifeRefusal::NoTimeToAnswer => Refusal::conflict(Code::PollNotClosed),
        })?;
        stored.report = Some(report.read(known)?);
        let stored = put_changed(context, stored, &self.by, "poll.report")?;
        super::readers::tell_all(context, &self.id)?;
        webhooks::tell_of_poll(context, &self.id, WebhookEvent::PollReported)?;
        device::tell_of_polls(context, &Subject::PollReported { id: self.id.clone() })?;
        define::detail(context, stored).map(Box::new)
    }
}
